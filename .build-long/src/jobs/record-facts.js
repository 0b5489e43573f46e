import { bindingText, recordRule } from '../catalog/record-rule.js';
import { quoteIdent, quoteName } from '../control/quote.js';
/** `rule` is undefined without a template, and where an obstacle says why it cannot be followed. */
export async function readRecordFacts(session, table, facts) {
    if ((table.record === undefined && table.tenant === undefined) || facts === undefined)
        return { rule: undefined, obstacles: [] };
    const rows = await session.query(columnsQuery, [facts.oid]);
    const domains = await session.query(domainsQuery);
    const rule = recordRule(table, new Map(rows.map(({ row }) => [row[2], row])), domains.map(({ row }) => row));
    if (typeof rule === 'string') {
        const hint = 'Choose columns of the table that are NOT NULL, not generated and of a type that can be sealed.';
        return { rule: undefined, obstacles: [{ what: rule.replace(/^its /, 'the '), hint }] };
    }
    const obstacles = [];
    for (const { name } of rule.columns)
        obstacles.push(...(await columnObstacles(session, facts, name)));
    return { rule: rule, obstacles };
}
/**
 * True when the column holds values that were sealed with another record or tenant than the map's. A column of the record
 * that was renamed makes no difference to what it says.
 */
export async function boundElsewhere(session, table, facts, column, row) {
    const now = bindingText(table);
    if (row === undefined || row.record === now)
        return false;
    const live = new Set(facts.columns.filter(({ relation }) => relation === facts.oid).map(({ name }) => name));
    const [before, after] = [row.record.split(/[{}]/), now.split(/[{}]/)];
    const renamed = before.length === after.length &&
        before.every((part, at) => part === after[at] || (at % 2 === 1 && !live.has(part) && live.has(after[at])));
    if (renamed)
        return false;
    const [found] = await session.query(`select 1 from ${quoteName(table.schema, table.name)} where ${quoteIdent(column.name)} is not null limit 1`);
    return found !== undefined;
}
async function columnObstacles(session, facts, column) {
    const found = [];
    for (const { name } of await session.query(triggersQuery, [facts.oid, column, wordOf(column)])) {
        found.push({
            what: `trigger ${name} may change column "${column}" before a row is written`,
            hint: 'Drop the trigger or take the assignment out of it; a record must be known beforehand.',
        });
    }
    for (const { name } of await session.query(foreignKeysQuery, [facts.oid, column])) {
        found.push({
            what: `foreign key ${name} may change column "${column}", to which values are bound`,
            hint: 'Declare it ON UPDATE NO ACTION, and without SET NULL or SET DEFAULT.',
        });
    }
    for (const { name } of await session.query(defaultsQuery, [facts.oid, column])) {
        found.push({
            what: `role ${name} may insert and may not evaluate the default of column "${column}", to which values are bound`,
            hint: 'Grant it USAGE on the sequence.',
        });
    }
    return found;
}
/** The column's name as a word of a function's text. */
function wordOf(column) {
    return `\\m${column.replace(/[^\p{L}\p{N}_]/gu, '\\$&')}\\M`;
}
const tree = `with recursive tree (oid) as (select $1::oid union select i.inhrelid from pg_inherits i join tree on i.inhparent = tree.oid)`;
const columnsQuery = `select json_build_array(a.attrelid::int8, a.attnum, a.attname, a.atttypid::int8, a.atttypmod, a.attnotnull, 0,
    a.attgenerated <> '', a.attidentity, a.attinhcount <> 0,
    coalesce((select l.collisdeterministic from pg_collation l where l.oid = a.attcollation), true)) as row
  from pg_attribute a where a.attrelid = $1::oid and a.attnum > 0 and not a.attisdropped`;
const domainsQuery = `select json_build_array(t.oid::int8, t.typbasetype::int8, t.typarray::int8, t.typtypmod, '') as row from pg_type t where t.typtype = 'd'`;
/**
 * BEFORE triggers for each row whose function names the column, or makes a new row as a whole: it assigns NEW, selects into
 * it, or returns another row. Functions in C are judged by their arguments.
 */
const triggersQuery = `${tree} select format('%I on %s', g.tgname, g.tgrelid::regclass) as name
  from pg_trigger g join tree on tree.oid = g.tgrelid join pg_proc p on p.oid = g.tgfoid
  join pg_language l on l.oid = p.prolang
  where not g.tgisinternal and g.tgenabled <> 'D' and g.tgtype & 2 = 2 and g.tgtype & 1 = 1 and g.tgtype & 20 <> 0
  and (position(lower($2) in lower(encode(g.tgargs, 'escape'))) > 0 or (l.lanname <> all ('{c,internal}') and (p.prosrc ~* $3
    or p.prosrc ~* '\\mnew\\M\\s*(:=|=)' or p.prosrc ~* '\\minto\\s+(strict\\s+)?new\\M\\s*(?!\\.)'
    or p.prosrc ~* '\\mreturn\\s+(?!new\\M\\s*;|null\\M|old\\M)')))
  order by 1`;
/** Actions of foreign keys that write the column: ON UPDATE CASCADE, SET NULL and SET DEFAULT, and the last two ON DELETE. */
const foreignKeysQuery = `${tree} select format('%I on %s', k.conname, k.conrelid::regclass) as name
  from pg_constraint k join tree on tree.oid = k.conrelid join pg_attribute a on a.attrelid = k.conrelid and a.attname = $2
  where k.contype = 'f' and a.attnum = any (k.conkey) and (k.confupdtype = any ('{c,n,d}') or k.confdeltype = any ('{n,d}')) order by 1`;
/** Roles that may insert into the table and lack USAGE or UPDATE on the sequence by which the column gets its value. */
const defaultsQuery = `select r.rolname::text as name from pg_attribute a
  join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = a.attrelid and d.refobjsubid = a.attnum
    and d.classid = 'pg_class'::regclass and d.deptype = any ('{a,i}')
  join pg_class s on s.oid = d.objid and s.relkind = 'S'
  join pg_roles r on r.rolcanlogin
  where a.attrelid = $1::oid and a.attname = $2 and (a.atthasdef or a.attidentity <> '')
  and (has_table_privilege(r.oid, a.attrelid, 'INSERT') or has_any_column_privilege(r.oid, a.attrelid, 'INSERT'))
  and not has_sequence_privilege(r.oid, s.oid, 'USAGE') and not has_sequence_privilege(r.oid, s.oid, 'UPDATE') order by 1`;
/** Expressions for the columns of a rule, by which a row's parts are read in binary: r0, r1, ... */
export function recordColumns(rule, sends, row = '') {
    return (rule?.columns ?? []).map(({ name, type }, at) => `pg_catalog.${sends[type.name]}(${row}${quoteIdent(name)}) as r${at}`);
}
//# sourceMappingURL=record-facts.js.map