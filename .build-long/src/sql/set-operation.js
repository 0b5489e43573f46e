// UNION, INTERSECT and EXCEPT: what the columns of the whole come from.
import { constantArm, merge } from './combine.js';
import { checkGroupable } from './grouping.js';
import { refuseShape, refuseUse } from './refusal.js';
import { refuseAdded } from './row-source.js';
import { isListed, operationText, operatorOf, setPath } from './set-text.js';
import { plain } from './value.js';
import { as, struct } from './walk.js';
/** Takes the node of the operation and what its arms `left` and `right` give; returns what the whole gives, or refuses. */
export function setOperation(context, select, left, right) {
    const { analysis } = context;
    for (const { columns } of [left, right])
        refuseAdded(analysis, columns, columns.length, 'UNION');
    const operator = operatorOf(select);
    const all = select.all === true;
    const name = operationText({ operator, all });
    const isSealed = [left, right].some(({ columns }) => columns.some(({ value }) => value.kind === 'sealed'));
    if (!isSealed)
        return { columns: left.columns.map(withoutLeaf), open: left.open || right.open };
    if (left.open || right.open)
        refuseShape(analysis, `${name} over a relation that the catalog does not know`);
    const tells = operator !== 'UNION' || !all;
    const positions = left.columns.map((column, at) => {
        const other = right.columns[at];
        if (other === undefined)
            return { column, compared: column.value };
        if (operator !== 'UNION')
            refuseOpenLeaves(analysis, column, other, name);
        return position(context, column, other, name, operator === 'UNION');
    });
    const columns = positions.map(({ column }) => column);
    const set = {
        form: 'kept',
        columns: positions.map(({ column, compared }) => ({
            name: column.name,
            term: tells && compared.kind === 'sealed' ? toldApart(context, compared, name) : undefined,
            key: true,
        })),
        operator,
        all,
    };
    if (operator === 'UNION' && !all) {
        // Of a UNION within, only the whole need be told apart.
        joinWithin(analysis, struct(select.larg) ?? {}, left);
        joinWithin(analysis, struct(select.rarg) ?? {}, right);
    }
    const output = {
        columns: columns.map((column, at) => column.value.kind === 'sealed' ? { ...column, written: setPath(at) } : column),
        open: false,
        arms: [...(left.arms ?? [left]), ...(right.arms ?? [right])],
        set,
        sets: [set, ...(left.sets ?? []), ...(right.sets ?? [])],
    };
    if (tells) {
        const sealed = columns.find(({ value }) => value.kind === 'sealed').value;
        wrapSet(context, select, output, sealed);
    }
    return output;
}
/** The operation gets what is put around it, so that terms of its columns can be named. */
export function wrapSet({ analysis }, select, { set }, value) {
    if (set === undefined || set.form === 'wrapped')
        return;
    if (!isListed(select))
        refuseUse(analysis, value, `${operationText(set)} with VALUES or TABLE`);
    set.form = 'wrapped';
    analysis.claim(select, { to: 'set', set });
}
function joinWithin(analysis, select, { set }) {
    if (set === undefined || set.operator !== 'UNION' || set.all)
        return;
    const more = ['sortClause', 'limitOffset', 'limitCount'].some((field) => select[field] !== undefined);
    if (more || analysis.claims.get(select)?.to !== 'set')
        return;
    set.form = 'joined';
}
/** The term by which the values of a column of the whole are told apart. */
function toldApart(context, value, clause) {
    if (!value.constants)
        return checkGroupable(context, value, clause);
    const term = checkGroupable(context, { ...value, constants: false }, clause);
    if (term === 'eq' || value.origins.every(({ column }) => column.terms.includes('eq')))
        return 'eq';
    // A constant of more digits than the column has no order term of its own.
    return refuseUse(context.analysis, value, `${clause} beside a constant`);
}
/** A constant without a type, unless it is sealed, would be read as text in what is put around its query. */
function refuseOpenLeaves(analysis, left, right, name) {
    const isBesideSealed = left.value.kind === 'sealed' || right.value.kind === 'sealed';
    for (const { leaf } of [left, right]) {
        if (leaf === undefined || !analysis.isOpen(leaf.node))
            continue;
        if (isBesideSealed && as(leaf.node, 'A_Const')?.isnull !== true)
            continue;
        refuseShape(analysis, `${name} of sealed columns with a constant without a type`);
    }
}
function withoutLeaf(column) {
    return column.leaf === undefined ? column : { name: column.name, value: plain, blocked: undefined, attnum: undefined };
}
/** `both`: its values are those of either arm, else of the left one. */
function position(context, left, right, clause, both) {
    const base = { name: left.name, blocked: undefined, attnum: undefined };
    const [a, b] = [left.value, right.value];
    if (a.kind === 'plain' && b.kind === 'plain')
        return { column: { ...base, value: plain }, compared: plain };
    const compared = a.kind === 'sealed' && b.kind === 'sealed' ? merge(context, a, b, clause) : beside(context, left, right, clause);
    const value = both || a.kind !== 'sealed' ? compared : { ...a, logical: compared.logical, source: undefined };
    return { column: { ...base, value }, compared };
}
/** A sealed column beside a constant. */
function beside(context, left, right, clause) {
    const [sealed, other] = left.value.kind === 'sealed' ? [left.value, right] : [right.value, left];
    if (other.leaf === undefined) {
        refuseUse(context.analysis, sealed, `${clause} beside a plain column`, {
            detail: 'The other arm is not sealed, so the result would be neither.',
        });
    }
    if (other === left && !other.leaf.named && as(other.leaf.node, 'TypeCast') !== undefined) {
        // The first arm names the column, and an unnamed cast is named by its type.
        refuseUse(context.analysis, sealed, `${clause} beside a cast`, {
            hint: 'Name the column of the first arm with AS.',
        });
    }
    return constantArm(context, sealed, other.leaf.node, clause);
}
//# sourceMappingURL=set-operation.js.map