// UNION, INTERSECT and EXCEPT over sealed columns, as the server gets them. It cannot compare sealed values, so its queries are
// put together by UNION ALL and told apart by the terms of sealed columns and by all others as they are:
//   A UNION B      SELECT c1 AS email, ... FROM (SELECT DISTINCT ON ((c1).eq, c2) * FROM (A UNION ALL B) ...) ...
//   A EXCEPT B     each row of A is numbered among its equals, and those of B are counted: what is left of A is told by that
import { parseText } from './parser.js';
import { quoted } from './quoted.js';
import { lost } from './token-ranges.js';
import { as, list, locationOf, struct, text } from './walk.js';
/** The name of a column within what is put around a set operation. */
export function setColumnName(at) {
    return `pgseal_c${at + 1}`;
}
function wrapping({ columns, operator, all }) {
    const inner = columns.map((_, at) => setColumnName(at));
    const listed = columns.map(({ name }, at) => `${setColumnName(at)} AS ${quoted(name)}`).join(', ');
    const keys = columns.flatMap(({ term, key }, at) => key ? [term === undefined ? setColumnName(at) : `(${setColumnName(at)}).${term}`] : []);
    if (operator === 'UNION') {
        const told = all ? '' : `SELECT DISTINCT ON (${keys.join(', ')}) * FROM (`;
        return {
            before: `SELECT ${listed} FROM (${told}`,
            between: 'UNION ALL',
            after: `) AS pgseal_set (${inner.join(', ')})${all ? '' : ') AS pgseal_set'}`,
        };
    }
    const by = keys.join(', ');
    const few = `pgseal_place ${operator === 'INTERSECT' ? '<=' : '>'} pgseal_others`;
    const one = `pgseal_place = 1 AND pgseal_others ${operator === 'INTERSECT' ? '>' : '='} 0`;
    return {
        before: `SELECT ${listed} FROM (SELECT *, pg_catalog.row_number() OVER (PARTITION BY ${by}, pgseal_side) AS pgseal_place, ` +
            `pg_catalog.sum(pgseal_side) OVER (PARTITION BY ${by}) AS pgseal_others FROM (SELECT *, 0 FROM (`,
        between: ') AS pgseal_set UNION ALL SELECT *, 1 FROM (',
        after: `) AS pgseal_set) AS pgseal_set (${inner.join(', ')}, pgseal_side)) AS pgseal_set ` +
            `WHERE pgseal_side = 0 AND ${all ? few : one}`,
    };
}
/** `select`: the fields of the operation. `rank`: greater for an operation around others. */
export function setEdits(ranges, select, form, rank) {
    if (form.form === 'kept')
        return [];
    const left = armRange(ranges, struct(select.larg) ?? {});
    const right = armRange(ranges, struct(select.rarg) ?? {});
    const from = left.last + 1;
    const word = ranges.word(from + 1);
    const to = word === 'all' || word === 'distinct' ? from + 1 : from;
    if (to + 1 !== right.first)
        throw lost('the operator of a set operation');
    const operator = { start: ranges.tokens[from].start, end: ranges.tokens[to].end, rank: 0 };
    if (form.form === 'joined')
        return [{ ...operator, text: 'UNION ALL' }];
    const { before, between, after } = wrapping(form);
    const start = ranges.tokens[left.first].start;
    const { end } = ranges.tokens[right.last];
    return [
        { start, end: start, text: before, rank: -rank },
        { ...operator, text: between },
        { start: end, end, text: after, rank },
    ];
}
/** The tokens of one query of a set operation, its parentheses included. */
function armRange(ranges, arm) {
    // ORDER BY of a query that is not in parentheses is that of the whole.
    const own = ownClauses.some((field) => arm[field] !== undefined);
    let { first, last } = isSet(arm) ? wholeRange(ranges, arm) : leafRange(ranges, arm, own);
    if (isSet(arm) && own)
        last = ranges.queryEnd(last + 1, true);
    const clause = struct(arm.withClause);
    if (clause !== undefined)
        first = ranges.at(locationOf(clause));
    while (ranges.word(first - 1) === '(' && ranges.word(last + 1) === ')') {
        first -= 1;
        last += 1;
    }
    return { first, last };
}
const ownClauses = ['sortClause', 'limitOffset', 'limitCount', 'lockingClause'];
function isSet(select) {
    return select.larg !== undefined;
}
function wholeRange(ranges, select) {
    return {
        first: armRange(ranges, struct(select.larg) ?? {}).first,
        last: armRange(ranges, struct(select.rarg) ?? {}).last,
    };
}
function leafRange(ranges, select, own) {
    const target = as(list(select.targetList)[0], 'ResTarget');
    if (target === undefined)
        throw lost('a query without a list');
    const first = ranges.before(ranges.at(locationOf(target)), 'select');
    return { first, last: ranges.queryEnd(first, own) };
}
/** True where all queries of the operation can be found in the text: VALUES and TABLE have no list in it. */
export function isListed(select) {
    if (isSet(select))
        return [select.larg, select.rarg].every((arm) => isListed(struct(arm) ?? {}));
    const target = as(list(select.targetList)[0], 'ResTarget');
    return target !== undefined && locationOf(target) !== undefined;
}
/** The tree of what the operation becomes. `select`: its fields in the client's tree. */
export function setTree(select, form) {
    if (form.form === 'kept')
        return select;
    if (form.form === 'joined')
        return { ...select, op: 'SETOP_UNION', all: true };
    const { before, between, after } = wrapping(form);
    const made = parseText(Buffer.from(`${before} SELECT 1 ${between} SELECT 2 ${after}`))[0]?.stmt;
    const outer = as(made, 'SelectStmt') ?? {};
    const { larg, rarg } = select;
    const isUnion = form.operator === 'UNION';
    return {
        ...withArms(outer, (union) => isUnion
            ? { ...union, larg, rarg }
            : { ...union, larg: withArm(struct(union.larg), larg), rarg: withArm(struct(union.rarg), rarg) }),
        ...kept(select),
    };
}
/** What stands around the operation stays around what it becomes. */
function kept(select) {
    const fields = ['withClause', 'sortClause', 'limitOffset', 'limitCount', 'limitOption', 'lockingClause'];
    return Object.fromEntries(fields.flatMap((field) => (select[field] === undefined ? [] : [[field, select[field]]])));
}
/** The tree with its only set operation changed. */
function withArms(node, change) {
    if (typeof node !== 'object' || node === null)
        return node;
    if (Array.isArray(node))
        return node.map((item) => withArms(item, change));
    const fields = node;
    if (fields.larg !== undefined)
        return change(fields);
    return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, withArms(value, change)]));
}
/** `SELECT *, 0 FROM (arm) AS pgseal_set`. */
function withArm(side, arm) {
    const from = as(list(side?.fromClause)[0], 'RangeSubselect');
    return { ...side, fromClause: [{ RangeSubselect: { ...from, subquery: { SelectStmt: arm } } }] };
}
/** For messages. */
export function operationText({ operator, all }) {
    return `${operator}${all ? ' ALL' : ''}`;
}
export function operatorOf(select) {
    const op = text(select.op);
    return op === 'SETOP_UNION' ? 'UNION' : op === 'SETOP_EXCEPT' ? 'EXCEPT' : 'INTERSECT';
}
/** How ORDER BY names a column of the whole. */
export function setPath(at) {
    return [setColumnName(at)];
}
//# sourceMappingURL=set-text.js.map