import { PgsealError } from '../errors.js';
import { submitBefore } from './hidden-statement.js';
/**
 * The default expressions of columns as this connection would write them: the server's own text under the connection's own
 * search_path names the very functions and operators that the stored expression means. Kept as long as names are.
 */
export class DefaultTexts {
    #texts = new Map();
    #catalog;
    forget() {
        this.#texts.clear();
    }
    /** The texts of these columns, in order: at once unless one must be asked for. */
    of(link, columns) {
        const catalog = link.catalog();
        if (catalog instanceof Promise || catalog !== this.#catalog)
            this.forget();
        this.#catalog = catalog instanceof Promise ? undefined : catalog;
        const texts = [];
        for (const column of columns) {
            const text = this.#texts.get(keyOf(column));
            if (text === undefined)
                return this.#ask(link, columns);
            texts.push(text);
        }
        return texts;
    }
    async #ask(link, columns) {
        const places = columns.map(placesOf);
        const relations = `{${places.flat().map(({ relation }) => relation)}}`;
        const attnums = `{${places.flat().map(({ attnum }) => attnum)}}`;
        const rows = await link.hiddenQuery(defaultsQuery, [relations, attnums]);
        let from = 0;
        return columns.map((column, at) => {
            const own = places[at].map((_, offset) => rows[from + offset] ?? []);
            from += own.length;
            const [expression, sequence] = own.find((row) => typeof row[0] === 'string') ?? [];
            const tableAsks = own.some(([, , asks]) => asks !== 'f');
            const text = { expression: expression ?? 'null', sequence: sequence ?? '', tableAsks };
            this.#texts.set(keyOf(column), text);
            return text;
        });
    }
}
/** Whose defaults count, in order: a view's own go before those of the table below. */
function placesOf({ relation, column }) {
    return [{ relation, attnum: column.attnum }, ...(column.below ?? [])];
}
function keyOf({ relation, column }) {
    return `${relation}.${column.attnum}`;
}
// Words in the text of a default or function: code that hides them is not seen.
const asksLast = `operator(pg_catalog.~*) '(currval|lastval)'`;
/**
 * $1: relations, $2: attribute numbers. A row a pair, in order: the expression that gives the column its value when the
 * statement gives none; NULL where that is NULL. As in build_column_default: identity, the column's own, its domain's. Then
 * the sequence of an identity column, and whether a default or a BEFORE trigger of the relation, its partitions too, asks
 * for the last value of a sequence.
 */
const defaultsQuery = `select case
    when a.attidentity operator(pg_catalog.<>) '' then (select pg_catalog.concat('pg_catalog.nextval(''', s.objid, '''::pg_catalog.regclass)')
      from pg_catalog.pg_depend s where s.classid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass and s.deptype operator(pg_catalog.=) 'i'
      and s.refclassid operator(pg_catalog.=) s.classid and s.refobjid operator(pg_catalog.=) a.attrelid and s.refobjsubid operator(pg_catalog.=) a.attnum)
    when a.atthasdef then (select pg_catalog.pg_get_expr(d.adbin, d.adrelid) from pg_catalog.pg_attrdef d
      where d.adrelid operator(pg_catalog.=) a.attrelid and d.adnum operator(pg_catalog.=) a.attnum)
    else (select pg_catalog.pg_get_expr(t.typdefaultbin, 0::pg_catalog.oid) from pg_catalog.pg_type t where t.oid operator(pg_catalog.=) a.atttypid) end,
    (select c.relname from pg_catalog.pg_depend s join pg_catalog.pg_class c on c.oid operator(pg_catalog.=) s.objid
      where s.classid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass and s.deptype operator(pg_catalog.=) 'i' and c.relkind operator(pg_catalog.=) 'S'
      and s.refclassid operator(pg_catalog.=) s.classid and s.refobjid operator(pg_catalog.=) a.attrelid and s.refobjsubid operator(pg_catalog.=) a.attnum),
    exists (select from pg_catalog.pg_attrdef d where d.adrelid operator(pg_catalog.=) u.relation and pg_catalog.pg_get_expr(d.adbin, d.adrelid) ${asksLast})
      or exists (select from pg_catalog.pg_trigger g join pg_catalog.pg_proc p on p.oid operator(pg_catalog.=) g.tgfoid
        where (g.tgrelid operator(pg_catalog.=) u.relation or exists (select from pg_catalog.pg_partition_tree(u.relation::pg_catalog.regclass) f where f.relid::pg_catalog.oid operator(pg_catalog.=) g.tgrelid))
        and (g.tgtype operator(pg_catalog.&) 7::pg_catalog.int2) operator(pg_catalog.=) 7 and p.prosrc ${asksLast})
  from rows from (pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.int2[])) with ordinality u (relation, attnum, i)
  left join pg_catalog.pg_attribute a on a.attrelid operator(pg_catalog.=) u.relation and a.attnum operator(pg_catalog.=) u.attnum
  order by u.i`;
/** The values of a plan's Evaluation, in binary. Rejects with Skipped when the server refused: the client has its error. */
export function evaluateDefaults(link, plan, evaluation) {
    const send = (texts) => {
        refuseLastValues(evaluation, texts);
        return submitBefore(link, plan, evaluationText(evaluation, texts));
    };
    const texts = link.defaults.of(link, evaluation.columns);
    return texts instanceof Promise ? texts.then(send) : send(texts);
}
/** A default that calls nothing, or only what makes a value of its own, moves no sequence. */
const movesNone = /^([^(]*|(pg_catalog\.)?(now|gen_random_uuid|uuidv4|uuidv7|uuid_generate_v4)\(\))$/;
/** With several rows, each would see the last value of the sequence as it is behind all of them. */
function refuseLastValues({ columns, rows, several, asks }, texts) {
    if (!several)
        return;
    const used = columns.flatMap((_, at) => rows.flatMap((row) => (typeof row[at] === 'string' ? [row[at]] : row[at] === true ? [texts[at].expression] : [])));
    const moving = used.filter((expression) => !movesNone.test(expression));
    if (moving.length === 0)
        return;
    const asked = (name) => name === '' ||
        texts.some(({ sequence }) => sequence === name) ||
        moving.some((expression) => !expression.includes('nextval(') || expression.includes(name));
    if (texts.some(({ tableAsks }) => tableAsks) || asks.some(asked))
        throw new PgsealError('lastValueAsked');
}
/**
 * A VALUES list, which the server evaluates row by row from left to right. The casts are to types without length or scale:
 * those are applied when the value is assigned, as they would be to the default itself.
 */
function evaluationText({ columns, rows }, texts) {
    const cells = columns.map(({ column }, at) => {
        const type = `::pg_catalog.${column.type.name}`;
        return (cell) => {
            if (typeof cell === 'string')
                return `(${cell})${type}`;
            return cell === true ? `(${texts[at].expression})${type}` : `null${type}`;
        };
    });
    const lists = rows.map((row) => `(${cells.map((cell, at) => cell(row[at])).join(', ')})`);
    return Buffer.from(`values ${lists.join(', ')}`);
}
//# sourceMappingURL=evaluate-defaults.js.map