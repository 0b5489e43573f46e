import { expression } from './expression.js';
import { ofSomeRow } from './grouping.js';
import { termText, termTree } from './grouping-text.js';
import { checkOrderable } from './ordering.js';
import { refuseUse } from './refusal.js';
import { termPlace } from './term-place.js';
import { plain } from './value.js';
import { as, list, locationOf } from './walk.js';
/** Types that have no min() in every version that is served. */
const without = new Set(['bool', 'uuid']);
/** True for a call that may be served; the name is one of PostgreSQL's own. */
export function isExtreme(name, fields) {
    return (name === 'min' || name === 'max') && list(fields.args).length === 1 && fields.over === undefined;
}
/** `inner`: what names mean within the aggregate. FILTER is the caller's. */
export function extreme(inner, node, name, fields) {
    const { analysis } = inner;
    const [argument] = list(fields.args);
    const clause = `${name}()`;
    const value = expression(inner, argument, clause);
    if (value.kind !== 'sealed')
        return plain;
    const place = termPlace(analysis, argument);
    const isPlain = fields.agg_distinct !== true &&
        fields.agg_order === undefined &&
        fields.agg_within_group !== true &&
        !analysis.inView;
    if (place?.node !== argument || !isPlain || without.has(value.logical.name))
        refuseUse(analysis, value, clause);
    checkOrderable(inner, value, clause);
    analysis.claim(node, { to: 'extreme', most: name === 'max' });
    analysis.renames += 1;
    const found = ofSomeRow(inner, value, name, locationOf(fields));
    // There is no min() of varchar: the column becomes a text.
    const logical = { name: value.logical.name === 'varchar' ? 'text' : value.logical.name, typmod: -1 };
    return { ...found, logical };
}
/** What stands between the argument and the parenthesis that closes the call. */
export function extremeOrder(column, most) {
    return ` ORDER BY ${termText(column, 'ord')}${most ? ' DESC NULLS LAST' : ''}`;
}
/** The tree that the call becomes; its argument is the client's own node. */
export function extremeTree(original, most) {
    const fields = as(original, 'FuncCall') ?? {};
    const [argument] = list(fields.args);
    const order = {
        SortBy: {
            node: termTree(argument, 'ord'),
            sortby_dir: most ? 'SORTBY_DESC' : 'SORTBY_DEFAULT',
            sortby_nulls: most ? 'SORTBY_NULLS_LAST' : 'SORTBY_NULLS_DEFAULT',
        },
    };
    const funcname = ['pg_catalog', 'array_agg'].map((sval) => ({ String: { sval } }));
    const first = { A_Indices: { uidx: { A_Const: { ival: { ival: 1 } } } } };
    return { A_Indirection: { arg: { FuncCall: { ...fields, funcname, agg_order: [order] } }, indirection: [first] } };
}
//# sourceMappingURL=extremes.js.map