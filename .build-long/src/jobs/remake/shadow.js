import { quoteIdent, quoteLiteral, quoteName } from '../../control/quote.js';
import { readTableFacts } from '../table-facts.js';
/** Names of what a job makes in schema pgseal, by the OID of the table as it is. */
export const shadowName = (relation) => `new_${relation}`;
export const oldName = (relation) => `old_${relation}`;
export const dirtyName = (relation) => `dirty_${relation}`;
export const markName = (relation) => `mark_dirty_${relation}`;
export const dirtyTrigger = 'pgseal_dirty';
/** Makes the table, without indexes, identity and what belongs to its place. Gives its OID. */
export async function createShadow(session, shape, change) {
    const name = quoteName('pgseal', shadowName(shape.oid));
    const options = [...shape.options, ...shape.toastOptions.map((option) => `toast.${option}`)];
    await session.query([
        `create ${shape.persistence === 'u' ? 'unlogged ' : ''}table ${name}`,
        `(like ${shape.quoted} including all excluding identity excluding indexes excluding statistics)`,
        `using ${shape.accessMethod}`,
        ...(options.length === 0 ? [] : [`with (${options.map(optionText).join(', ')})`]),
        ...(shape.tablespace === null ? [] : [`tablespace ${shape.tablespace}`]),
    ].join(' '));
    const changes = change.changes.map((one) => `alter column ${quoteIdent(one.name)} type ${one.type} using null`);
    const checks = change.changes.flatMap(({ check }) => (check === undefined ? [] : [`add check (${check})`]));
    await session.query(`alter table ${name} ${[...changes, ...checks].join(', ')}`);
    for (const { name: column, statistics, options: own } of shape.columns) {
        const at = `alter table ${name} alter column ${quoteIdent(column)}`;
        if (statistics !== null)
            await session.query(`${at} set statistics ${statistics}`);
        if (own !== null && own.length > 0)
            await session.query(`${at} set (${own.map(optionText).join(', ')})`);
    }
    const [made] = await session.query(`select c.oid::int8::float8 as oid from pg_class c where c.relname = $1 and c.relnamespace = 'pgseal'::regnamespace`, [shadowName(shape.oid)]);
    return made.oid;
}
/** `fillfactor=80` as an option of CREATE and ALTER. */
function optionText(option) {
    const at = option.indexOf('=');
    const [name, value] = [option.slice(0, at), option.slice(at + 1)];
    return `${name.split('.').map(quoteIdent).join('.')} = ${quoteLiteral(value)}`;
}
/**
 * From its commit on, whoever writes a row of the table leaves the row's key in a table of the job: triggers of rows fire for
 * every client, COPY, foreign keys' actions and replication. The statement waits for those that write.
 */
export async function markDirty(session, shape, key) {
    const table = quoteName('pgseal', dirtyName(shape.oid));
    const mark = quoteName('pgseal', markName(shape.oid));
    const names = key.map((_, at) => `k${at}`).join(', ');
    const of = (row) => key.map(({ name }) => `${row}.${quoteIdent(name)}`);
    const same = key.map(({ name, equals }) => `new.${quoteIdent(name)} ${equals} old.${quoteIdent(name)}`).join(' and ');
    // A row without a key stands for TRUNCATE.
    await session.query(`create table ${table} (${key.map(({ type }, at) => `k${at} ${type}`).join(', ')})`);
    await session.query(`revoke all on table ${table} from public`);
    await session.query(`create function ${mark}() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'TRUNCATE' then
    insert into ${table} default values;
    return null;
  end if;
  if tg_op <> 'INSERT' then
    insert into ${table} (${names}) values (${of('old').join(', ')});
  end if;
  if tg_op = 'INSERT' then
    insert into ${table} (${names}) values (${of('new').join(', ')});
  elsif tg_op = 'UPDATE' then
    if not (${same}) then
      insert into ${table} (${names}) values (${of('new').join(', ')});
    end if;
  end if;
  return null;
end$$`);
    await session.query(`revoke all on function ${mark}() from public`);
    await session.query(`create trigger ${dirtyTrigger} after insert or update or delete on ${shape.quoted} for each row execute function ${mark}()`);
    await session.query(`create trigger ${dirtyTrigger}_truncate after truncate on ${shape.quoted} for each statement execute function ${mark}()`);
    await session.query(`alter table ${shape.quoted} enable always trigger ${dirtyTrigger}, enable always trigger ${dirtyTrigger}_truncate`);
}
/** True while both triggers of markDirty fire for everybody. */
export async function marksDirty(session, relation) {
    const [row] = await session.query(`select count(*)::int4 as n from pg_trigger where tgrelid = $1::int8::oid and tgenabled = 'A'
     and tgname = any (array[$2, $3]) and tgfoid = to_regproc($4)`, [relation, dirtyTrigger, `${dirtyTrigger}_truncate`, quoteName('pgseal', markName(relation))]);
    return row?.n === 2;
}
/** Takes away what a job has made beside the table. */
export async function dropShadow(session, relation, quoted) {
    if (quoted !== undefined) {
        await session.query(`drop trigger if exists ${dirtyTrigger} on ${quoted}`);
        await session.query(`drop trigger if exists ${dirtyTrigger}_truncate on ${quoted}`);
    }
    await session.query(`drop function if exists ${quoteName('pgseal', markName(relation))}()`);
    await session.query(`drop table if exists ${quoteName('pgseal', dirtyName(relation))}`);
    await session.query(`drop table if exists ${quoteName('pgseal', shadowName(relation))}`);
}
/**
 * Constraints and indexes of the new table, but for foreign keys: those of unchanged columns as they are, those that hold a
 * changed one as the change has them. Also those that belong to one key alone (`only`), so that rows are found by it.
 */
export async function indexStatements(session, shape, change) {
    const table = quoteName('pgseal', shadowName(shape.oid));
    const changed = new Set(shape.columns.filter(({ name }) => change.changes.some((one) => one.name === name)).map(({ attnum }) => attnum));
    const statements = [];
    const constraints = new Map(shape.constraints.filter(({ own }) => own).map((one) => [one.name, one]));
    for (const index of shape.indexes) {
        if (index.attnums.some((attnum) => changed.has(attnum)))
            continue;
        if (index.constraint !== null) {
            const { definition } = constraints.get(index.constraint);
            statements.push(`alter table ${table} add constraint ${quoteIdent(index.constraint)} ${definition}`);
            if (index.options.length > 0) {
                const options = index.options.map(optionText).join(', ');
                statements.push(`alter index ${quoteName('pgseal', index.name)} set (${options})`);
            }
        }
        else
            statements.push(onTable(index.definition, shape.quoted, table));
        if (index.comment !== null) {
            const on = index.constraint === null ? 'index' : 'constraint';
            const named = on === 'index' ? quoteName('pgseal', index.name) : `${quoteIdent(index.constraint)} on ${table}`;
            statements.push(`comment on ${on} ${named} is ${quoteLiteral(index.comment)}`);
        }
    }
    const facts = await readTableFacts(session, shape.schema, shape.name);
    if (facts === undefined)
        throw new Error('the table is gone');
    const moved = {
        ...facts,
        tree: facts.tree.map((member) => ({ ...member, name: table })),
        indexes: facts.indexes.map((index) => ({ ...index, schema: 'pgseal' })),
    };
    return [...statements, ...change.indexes(moved)];
}
/** The text of pg_get_indexdef with another table in it: `CREATE INDEX name ON table USING ...`. */
function onTable(definition, from, to) {
    for (const only of ['', 'ONLY ']) {
        const at = definition.indexOf(` ON ${only}${from} USING `);
        if (at !== -1)
            return `${definition.slice(0, at)} ON ${to}${definition.slice(at + 4 + only.length + from.length)}`;
    }
    throw new Error('an index whose definition is not understood');
}
//# sourceMappingURL=shadow.js.map