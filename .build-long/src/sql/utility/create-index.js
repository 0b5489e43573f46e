import { PgsealError } from '../../errors.js';
import { searchTerm } from '../search-term.js';
import { lost } from '../token-ranges.js';
import { as, list, locationOf, struct, text, walk } from '../walk.js';
import { quoted, Rewrite } from './edits.js';
import { chosenIndexName } from './index-name.js';
import { passthrough, rewritten } from './outcome.js';
import { meantBy, refuseSealedIn, refuseShadow, sealedColumns } from './touched.js';
/** Plans an IndexStmt: a sealed column in a plain btree index becomes its term. Throws refusals. */
export function planCreateIndex(input, effects, statement) {
    const meant = meantBy(input, struct(statement.relation) ?? {});
    refuseShadow(meant);
    const sealed = sealedColumns(input, meant);
    if (sealed.columns.size === 0)
        return passthrough(effects, 'indexes a relation without sealed columns');
    for (const element of list(statement.indexIncludingParams)) {
        const column = sealed.columns.get(text(as(element, 'IndexElem')?.name));
        if (column !== undefined)
            throw new PgsealError('sealedColumnUse', { column, clause: 'INCLUDE' });
    }
    refusePredicate(statement.whereClause, sealed);
    const terms = list(statement.indexParams).map((element) => {
        const fields = as(element, 'IndexElem') ?? {};
        refuseSealedIn(fields.expr, sealed, 'an index expression');
        const column = sealed.columns.get(text(fields.name));
        return column === undefined ? undefined : checkedTerm(meant, fields, column, text(statement.accessMethod));
    });
    if (terms.every((term) => term === undefined))
        return passthrough(effects, 'indexes no sealed column');
    return rewritten(effects, withTerms(input, meant, terms), []);
}
function checkedTerm(meant, element, column, method) {
    const mapped = meant.relation?.columns.find(({ name }) => name === element.name)?.mapped;
    const term = mapped === undefined ? undefined : searchTerm(mapped.column);
    if (term === undefined) {
        throw new PgsealError('sealedColumnUse', { column, clause: 'an index' }, { hint: 'Give the column `search: [equality]` in the map, and run `pgseal apply`.' });
    }
    const isPlain = method === 'btree' &&
        (term === 'ord' || (element.ordering === 'SORTBY_DEFAULT' && element.nulls_ordering === 'SORTBY_NULLS_DEFAULT')) &&
        ['opclass', 'opclassopts', 'collation'].every((field) => element[field] === undefined);
    if (!isPlain)
        throw new PgsealError('sealedColumnUse', { column, clause: 'an index that is not a plain btree' });
    return term;
}
/** A predicate may ask of a sealed column only whether it is null. */
function refusePredicate(predicate, sealed) {
    walk(predicate, (tag, fields) => {
        if (tag === 'NullTest' &&
            as(fields.arg, 'ColumnRef') !== undefined &&
            list(as(fields.arg, 'ColumnRef')?.fields).length === 1) {
            if (sealed.columns.has(text(as(list(as(fields.arg, 'ColumnRef')?.fields)[0], 'String')?.sval)))
                return false;
        }
        if (tag === 'ColumnRef')
            refuseSealedIn({ ColumnRef: fields }, sealed, 'an index predicate');
        return undefined;
    });
}
function withTerms(input, meant, terms) {
    const rewrite = new Rewrite(input);
    const { ranges } = rewrite;
    const index = as(rewrite.tree, 'IndexStmt');
    const relation = struct(index.relation) ?? {};
    let open = ranges.at(locationOf(relation));
    const on = onKeyword(rewrite, open);
    // A table's name and its access method hold no parenthesis, but ONLY (t) may.
    while (ranges.word(open) !== '(')
        open = next(rewrite, open);
    const elements = list(index.indexParams);
    terms.forEach((term, at) => {
        if (term === undefined)
            return;
        const item = ranges.listItem(open, at);
        rewrite.replace(item, ranges.identifierEnd(item), (old) => `((${old}).${term})`);
        const { name, ...rest } = as(elements[at], 'IndexElem');
        const column = { ColumnRef: { fields: [{ String: { sval: name } }] } };
        elements[at] = {
            IndexElem: { ...rest, expr: { A_Indirection: { arg: column, indirection: [{ String: { sval: term } }] } } },
        };
    });
    const columns = list(as(input.statement.parse, 'IndexStmt')?.indexParams).map((element) => as(element, 'IndexElem')?.name);
    // Without a name PostgreSQL would call it by the term, not by the column.
    if (index.idxname === undefined && columns.every((name) => typeof name === 'string')) {
        const { schema, name } = meant.relation;
        index.idxname = chosenIndexName(input.catalog, schema, name, columns, 'idx');
        rewrite.insertBefore(on, quoted(text(index.idxname)));
    }
    return rewrite.finish();
}
function next(rewrite, token) {
    if (token + 1 >= rewrite.ranges.tokens.length)
        throw lost('the columns of an index are not where they should be');
    return token + 1;
}
/** The ON before the table's name; ONLY and a parenthesis may stand between. */
function onKeyword(rewrite, relation) {
    let on = relation - 1;
    while (on > 0 && rewrite.ranges.word(on) !== 'on')
        on -= 1;
    return on;
}
//# sourceMappingURL=create-index.js.map