// Where an INSERT with a VALUES list takes further columns and values. Its lists have no places in the tree, so they are
// found in the text, from the name of the table on; the spliced text is parsed again and compared (verify.ts).
import { quoted } from './quoted.js';
import { lost } from './token-ranges.js';
import { as, list, locationOf, struct, text } from './walk.js';
export function insertEdits(ranges, insert, claim, claims, numbers) {
    const edits = [];
    const before = (token, more) => {
        const { start } = ranges.tokens[token];
        edits.push({ start, end: start, text: more });
    };
    let at = afterTarget(ranges, struct(insert.relation));
    if (list(insert.cols).length > 0) {
        const close = ranges.closing(at);
        if (claim.columns.length > 0)
            before(close, `, ${claim.columns.map(quoted).join(', ')}`);
        at = close + 1;
    }
    if (claim.overriding)
        before(at, 'overriding system value ');
    if (ranges.word(at) === 'overriding')
        at += 3;
    while (ranges.word(at) === '(')
        at += 1;
    const select = as(insert.selectStmt, 'SelectStmt');
    if (select?.valuesLists !== undefined) {
        rowEdits(ranges, at, list(select.valuesLists), claims, numbers, before);
        return edits;
    }
    // insert into t (...) select ... from (values ...) as v (...)
    const from = as(list(select?.fromClause)[0], 'RangeSubselect');
    const added = [...claims.values()].find((one) => one.to === 'longer');
    if (ranges.word(at) !== 'select' || from === undefined || added === undefined)
        throw lost('an INSERT of a listed query');
    at = ranges.next(at, 'from');
    const names = added.names.map((name) => `, ${quoted(name)}`).join('');
    before(at, `${names} `);
    at += 1;
    while (ranges.word(at) === '(')
        at += 1;
    at = rowEdits(ranges, at, list(as(from.subquery, 'SelectStmt')?.valuesLists), claims, numbers, before);
    // Its parentheses, AS, the name.
    while (ranges.word(at) === ')')
        at += 1;
    if (ranges.word(at) === 'as')
        at += 1;
    at = ranges.identifierEnd(at) + 1;
    before(ranges.closing(at), names);
    return edits;
}
/** The rows from VALUES at `at`; gives the token after the last. */
function rowEdits(ranges, at, rows, claims, numbers, before) {
    if (ranges.word(at) !== 'values')
        throw lost('an INSERT without its VALUES');
    let end = at;
    for (const row of rows) {
        // From VALUES or the comma before it.
        const close = ranges.closing(end + 1);
        const own = claims.get(row);
        if (own?.to === 'row') {
            before(close, own.more.map((use) => (use === undefined ? ', default' : `, $${numbers.get(use)}`)).join(''));
        }
        end = close + 1;
    }
    return end;
}
/** The token after the table's name and alias. */
function afterTarget(ranges, relation) {
    let at = ranges.identifierEnd(ranges.at(locationOf(relation))) + 1;
    while (ranges.word(at) === '.')
        at = ranges.identifierEnd(at + 1) + 1;
    const alias = struct(relation.alias);
    if (alias !== undefined && text(alias.aliasname) !== '')
        at = ranges.identifierEnd(at + 1) + 1;
    return at;
}
//# sourceMappingURL=insert-splice.js.map