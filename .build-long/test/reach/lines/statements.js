// More than 400 lines, since a line of the page is a line here: writes, then all other statements.
import { integers } from '../draft.js';
import { parts, statement, tested, things } from '../line.js';
const bare = { table: 'things', prefix: '' };
/** `(columns) values (...)` of a new row. */
function newRow(d, rows = 1) {
    const columns = d.several(d.sealed(), 4);
    const row = (at) => `(${[String(d.newId() + 10 * at), ...columns.map((c) => d.value(c))].join(', ')})`;
    const lists = Array.from({ length: rows }, (_, at) => row(at));
    return `(id, ${columns.join(', ')}) values ${lists.join(', ')}`;
}
function assignments(d) {
    return d
        .several(d.sealed(), 3)
        .map((c) => `${c} = ${d.value(c)}`)
        .join(', ');
}
export const writes = {
    title: 'Writing',
    lines: [
        statement('insert.values', '`INSERT ... VALUES`', (d) => `insert into things ${newRow(d)}`),
        statement('insert.several', '`VALUES` of several rows', (d) => `insert into things ${newRow(d, 2 + d.draw(3))}`),
        statement('insert.no-list', '`INSERT` without a column list', (d) => {
            const c = d.named('s_text', { table: 'parts', prefix: '' });
            return `insert into parts values (${d.newId()}, ${d.id()}, ${d.value(c)})`;
        }),
        statement('insert.default', '`DEFAULT` in VALUES', (d) => {
            const c = d.sealed();
            return `insert into things (id, ${c}, p_text) values (${d.newId()}, default, 'plain a')`;
        }),
        statement('insert.plain', '`INSERT` of plain columns alone', (d) => `insert into things (id, p_text) values (${d.newId()}, 'plain a')`),
        statement('insert.returning', '`INSERT ... RETURNING`', (d) => {
            return `insert into things ${newRow(d, 1 + d.draw(2))} returning id, ${d.several(d.sealed(), 4).join(', ')}`;
        }),
        statement('insert.returning-star', '`INSERT ... RETURNING *`', (d) => `insert into things ${newRow(d)} returning *`),
        statement('insert.nothing', '`ON CONFLICT DO NOTHING`', (d) => {
            return `insert into things (id, s_code) values (${d.id()}, ${d.value(d.named('s_code'))}) on conflict do nothing`;
        }),
        statement('insert.conflict-sealed', '`ON CONFLICT (sealed column)`', (d) => {
            return `insert into things (id, s_code, p_text) values (${d.newId()}, ${d.value(d.named('s_code'))}, 'plain a') on conflict (s_code) do ${d.pick(['nothing', "update set p_text = 'plain b'"])} returning id, s_code`;
        }),
        statement('insert.conflict-update', '`ON CONFLICT DO UPDATE SET column = value`', (d) => {
            const c = d.sealed();
            return `insert into things (id, ${c}) values (${d.id()}, ${d.value(c)}) on conflict (id) do update set ${c} = ${d.value(c)} returning id, ${c}`;
        }),
        statement('insert.conflict-excluded', '`SET column = EXCLUDED.column`', (d) => {
            const c = d.sealed();
            return `insert into things (id, ${c}) values (${d.id()}, ${d.value(c)}), (${d.newId()}, ${d.value(c)}) on conflict (id) do update set ${c} = excluded.${c} returning id, ${c}`;
        }),
        statement('insert.conflict-where', '`ON CONFLICT DO UPDATE ... WHERE`', (d) => {
            const c = d.eq();
            return `insert into things as t (id, ${c}) values (${d.id()}, ${d.value(c)}) on conflict (id) do update set ${c} = excluded.${c} where t.${c} ${d.pick(['=', 'is distinct from'])} ${d.value(c)} returning id, t.${c}`;
        }),
        statement('insert.select-plain', '`INSERT ... SELECT` of plain columns', (d) => {
            return `insert into things (id, p_text) select id + 200, p_text from parts${d.where()}`;
        }),
        statement('insert.select-constant', '`INSERT ... SELECT` of constants', (d) => {
            const c = d.sealed();
            return `insert into things (id, ${c}) select id + 200, ${d.value(c)} from parts where id < ${d.draw(5)}`;
        }),
        statement('insert.select-copy', '`INSERT ... SELECT` of a sealed column', (d) => {
            const c = d.eq();
            return `insert into things (id, ${c}) select id + 200, ${c} from things${d.where()} returning id, ${c}`;
        }),
        statement('insert.select-one', '`INSERT ... SELECT` of one row', (d) => {
            const c = d.eq(['text', 'int4', 'date']);
            const p = d.parameter(d.text(c));
            return `insert into things (id, ${c}) select ${d.newId()}, ${p} where not exists (select 1 from things where ${c} = ${p})`;
        }),
        statement('insert.select-values', '`INSERT ... SELECT ... FROM (VALUES ...)`', (d) => {
            const c = d.eq();
            const n = d.newId();
            return `insert into things (id, ${c}) select v.a, v.b::${c.column.type === 'bpchar' ? c.column.spelling : c.column.type} from (values (${n}, ${d.literal(c)}), (${n + 1}, ${d.literal(c)})) as v (a, b)`;
        }),
        statement('insert.unnest', '`INSERT ... SELECT ... FROM UNNEST(arrays)`', (d) => {
            const c = d.eq(['int4', 'uuid', 'date']);
            return `insert into things (id, ${c}) select * from unnest(${d.parameter('{201,202}')}::int[], ${d.parameter(`{${d.text(c)},${d.text(c)}}`)}::${c.column.type}[])`;
        }),
        statement('insert.function', 'a function of a value in VALUES', (d) => {
            return `insert into things (id, s_text) values (${d.newId()}, lower(${d.literal(d.named('s_text'))}))`;
        }),
        statement('insert.plain-expression', 'expressions for plain columns', (d) => {
            const c = d.sealed();
            return `insert into things (id, p_text, ${c}) values (${d.newId()} + 1, upper('plain'), ${d.value(c)}) returning id, p_text, ${c}`;
        }),
        statement('insert.wrong-type', 'a value that is none of the type', (d) => {
            const c = d.sealed([
                'int4',
                'date',
                'uuid',
                'numeric',
                'bool',
                'int2',
                'timestamptz',
                'interval',
                'jsonb',
                'json',
            ]);
            return `insert into things (id, ${c}) values (${d.newId()}, ${d.pick(["'nonsense'", "''", "'99999999999999999999999999'", "'2023-02-30'"])})`;
        }),
        statement('insert.too-long', 'a value that is too long', (d) => {
            const c = d.named(d.pick(['s_varchar', 's_char', 'o_varchar', 'o_char']));
            return `insert into things (id, ${c}) values (${d.newId()}, ${d.pick(["'canary canary canary'", "'canary                        '"])})`;
        }),
        statement('update.one', '`UPDATE` of one row', (d) => `update things set ${assignments(d)} where id = ${d.id()}`),
        statement('update.null', '`SET column = NULL`', (d) => `update things set ${d.sealed()} = null${d.where()}`),
        statement('update.default', '`SET column = DEFAULT`', (d) => `update things set ${d.sealed()} = default where id = ${d.id()}`),
        statement('update.plain', '`UPDATE` of plain columns by a search', (d) => {
            const c = d.searched();
            return `update things set p_text = 'plain z' where ${c} = ${d.value(c)} returning id`;
        }),
        statement('update.many', '`UPDATE` of many rows', (d) => `update things set ${assignments(d)}${d.filter()}`),
        statement('update.many-returning', '`UPDATE` of many rows, `RETURNING`', (d) => {
            return `update things set ${assignments(d)}${d.filter()} returning id, ${d.several(d.sealed(), 3).join(', ')}`;
        }),
        statement('update.by-sealed', '`UPDATE` by a sealed unique column', (d) => {
            return `update things set ${assignments(d)} where s_code = ${d.value(d.named('s_code'))} returning id, s_code`;
        }),
        statement('update.all', '`UPDATE` without WHERE', (d) => `update parts set s_text = ${d.value(d.named('s_text', { table: 'parts', prefix: '' }))}`),
        statement('update.returning', '`UPDATE ... RETURNING`', (d) => {
            return `update things set ${assignments(d)} where id = ${d.id()} returning ${d.pick(['*', 'id, s_text, o_date'])}`;
        }),
        statement('update.set-list', '`SET (a, b) = (x, y)`', (d) => {
            const c = d.sealed();
            return `update things set (p_text, ${c}) = ('plain q', ${d.value(c)}) where id = ${d.id()}`;
        }),
        statement('update.set-row', '`SET (a, b) = ROW(x, y)`', (d) => {
            const c = d.sealed();
            return `update things set (p_text, ${c}) = row ('plain q', ${d.value(c)}) where id = ${d.id()}`;
        }),
        statement('update.coalesce', '`SET column = COALESCE($1, column)`', (d) => {
            const c = d.sealed(['text', 'int4', 'date', 'uuid', 'bool']);
            return `update things set ${c} = coalesce(${d.parameter(d.chance(2) ? d.text(c) : null)}, ${c}) where id = ${d.id()}`;
        }),
        statement('update.case', '`SET column = CASE ...`', (d) => {
            const c = d.sealed();
            return `update things set ${c} = case when ${d.condition()} then ${d.value(c)} else ${c} end where id = ${d.id()}`;
        }),
        statement('update.from', '`UPDATE ... FROM`', (d) => {
            const c = d.sealed(undefined, bare);
            return `update things t set ${c} = ${d.value(c)}, p_text = p.p_text from parts p where p.id = t.id and p.id < ${d.id()} returning t.id, t.p_text, t.${c}`;
        }),
        statement('update.from-plain', '`UPDATE ... FROM`, joined by sealed columns', (d) => {
            const [c, e] = d.pair('equality', things, parts);
            return `update things t set p_int4 = 6 from parts p where ${c} = ${e} returning t.id`;
        }),
        statement('update.own-column', 'another sealed column as the value', (d) => `update things set s_text = s_code where id = ${d.id()}`),
        statement('update.expression', 'an expression of the column as the value', (d) => {
            const c = d.sealed(integers);
            return `update things set ${c} = ${c} + 1 where id = ${d.id()}`;
        }, { beyond: true }),
        statement('update.plain-subquery', 'a query as the value of a plain column', (d) => {
            const c = d.sealed();
            return `update things set p_int4 = (select max(id) from parts), ${c} = ${d.value(c)}${d.filter()}`;
        }),
        statement('delete.where', '`DELETE ... WHERE`', (d) => {
            const c = d.searched();
            return `delete from things where ${c} = ${d.value(c)}`;
        }),
        statement('delete.returning', '`DELETE ... RETURNING`', (d) => `delete from things${d.filter()} returning ${d.pick(['*', 'id, s_text, o_int4'])}`),
        statement('delete.using', '`DELETE ... USING`', (d) => {
            const [c, e] = d.pair('equality', things, parts);
            return `delete from things t using parts p where ${c} = ${e} returning t.id`;
        }),
        statement('delete.all', '`DELETE` without WHERE', () => 'delete from parts'),
        statement('write.merge-plain', '`MERGE` that writes plain columns', (d) => {
            return `merge into things t using parts p on t.id = p.id when matched then update set p_text = 'plain m' when not matched then insert (id, p_text) values (p.id + ${300 + d.draw(3)}, 'plain n')`;
        }),
        statement('write.merge-sealed', '`MERGE` that seals values', (d) => {
            const c = d.sealed(undefined, bare);
            return `merge into things t using parts p on t.id = p.id when matched then update set ${c} = ${d.value(c)} when not matched then do nothing`;
        }),
        statement('write.merge-delete', '`MERGE ... DELETE`', (d) => `merge into things t using parts p on t.id = p.ref and p.id < ${d.id()} when matched then delete`),
        statement('write.truncate', '`TRUNCATE`', () => ['truncate things', 'select count(*) from things']),
        statement('write.view', 'a write through a view', (d) => `update thing_list set p_text = 'plain v' where s_text = ${d.value(d.named('s_text'))}`),
        tested('write.current-of', '`WHERE CURRENT OF`', 'delete from things where current of c', 'cursor/007_current_of'),
        tested('write.partitions', 'partitions', 'select id from things', 'select/009_subquery_where'),
    ],
};
const copyRow = (d) => `${d.newId()}\t${d.pick(['canary a', '\\N', 'canary ž', 'can\\tary'])}\t${d.pick(['7', '\\N', '867530901'])}\n`;
export const others = {
    title: 'Other statements',
    lines: [
        statement('other.values', '`VALUES` as a statement', () => "values (1, 'plain'), (2, null)"),
        statement('other.table', '`TABLE`', () => 'table parts'),
        statement('other.prepare', '`PREPARE`, `EXECUTE`, `DEALLOCATE`', (d) => {
            const c = d.searched();
            const e = d.named(c.bare);
            return [
                `prepare reach as select id, ${c} from things where ${c} = $1 order by id`,
                `execute reach (${d.literal(e)})`,
                `execute reach (${d.chance(2) ? 'null' : d.literal(e)})`,
                'deallocate reach',
            ];
        }),
        statement('other.prepare-write', '`PREPARE` of a write', (d) => {
            const c = d.sealed();
            return [
                `prepare reach as insert into things (id, ${c}) values ($1, $2) returning id, ${c}`,
                `execute reach (${d.newId()}, ${d.literal(c)})`,
                'deallocate reach',
            ];
        }),
        statement('other.prepare-types', '`PREPARE name (types)`', (d) => [
            'prepare reach (text, int4) as select id from things where s_text = $1 and id > $2 order by id',
            `execute reach (${d.literal(d.named('s_text'))}, ${d.draw(5)})`,
            'deallocate all',
        ]),
        statement('other.cursor', '`DECLARE`, `FETCH`, `CLOSE`', (d) => {
            const c = d.sealed();
            return [
                `declare reach cursor for select id, ${c} from things${d.where()} order by id`,
                `fetch ${d.pick(['3', 'next', 'forward 2', 'first'])} from reach`,
                'fetch all reach',
                'close reach',
            ];
        }),
        statement('other.cursor-scroll', '`SCROLL`, `FETCH BACKWARD`, `MOVE`', (d) => [
            `declare reach scroll cursor for select id, ${d.sealed()} from things order by id`,
            `move ${d.draw(5)} in reach`,
            `fetch ${d.pick(['backward 2', 'prior', 'last', 'absolute 2', 'relative -1'])} in reach`,
            'close all',
        ]),
        statement('other.cursor-binary', '`BINARY` cursors', (d) => [
            `declare reach binary cursor for select id, ${d.sealed()} from things order by id`,
            'fetch 4 from reach',
            'close reach',
        ]),
        statement('other.cursor-hold', '`WITH HOLD`', (d) => [
            `declare reach cursor with hold for select id, ${d.sealed()} from things order by id`,
            'fetch 2 from reach',
            'close reach',
        ]),
        statement('other.explain', '`EXPLAIN`', (d) => {
            const c = d.searched();
            return `explain select id, ${c} from things where ${c} = ${d.literalOrParameter(c)}`;
        }, { shapeOnly: true }),
        statement('other.explain-analyze', '`EXPLAIN ANALYZE`', (d) => `explain (analyze, timing off, costs off) select id, ${d.sealed()} from things${d.byId()}`, {
            shapeOnly: true,
        }),
        statement('other.explain-write', '`EXPLAIN` of a write', (d) => `explain insert into things ${newRow(d)}`, {
            shapeOnly: true,
        }),
        statement('other.explain-many', '`EXPLAIN` of an UPDATE of many rows', (d) => `explain update things set ${assignments(d)}${d.filter()}`, {
            shapeOnly: true,
        }),
        statement('other.create-as', '`CREATE TABLE AS` of sealed columns', (d) => [
            `create table reach_copy as select id, ${d.sealed()} as v from things`,
            'select * from reach_copy order by id',
        ]),
        statement('other.create-as-plain', '`CREATE TABLE AS` by a search', (d) => {
            const c = d.searched();
            return [
                `create table reach_copy as select id, p_text from things where ${c} = ${d.literal(c)}`,
                'select * from reach_copy order by id',
            ];
        }),
        statement('other.select-into', '`SELECT INTO`', (d) => [
            `select id, ${d.sealed()} as v into reach_copy from things`,
            'select * from reach_copy order by id',
        ]),
        statement('other.temp-as', '`CREATE TEMP TABLE AS`', (d) => [
            `create temp table reach_copy as select id, ${d.sealed()} as v from things`,
            'select * from reach_copy order by id',
        ]),
        statement('other.materialized', '`CREATE MATERIALIZED VIEW`', (d) => [
            `create materialized view reach_copy as select id, ${d.sealed()} as v from things`,
            'select * from reach_copy order by id',
        ]),
        statement('other.create-view', '`CREATE VIEW`', (d) => {
            const c = d.searched();
            return [
                `create view reach_view as select id, ${c} as v from things`,
                `select * from reach_view where v = ${d.literal(c)} order by id`,
            ];
        }),
        statement('other.create-table', '`CREATE TABLE` with columns of the map', () => [
            'create table ledger (id int primary key, owner text unique, balance numeric(14,2))',
            "insert into ledger values (1, 'canary a', 867530.91), (2, 'canary b', null)",
            "select * from ledger where owner = 'canary a' order by id",
        ]),
        statement('other.add-column', '`ALTER TABLE ... ADD COLUMN` plain', (d) => [
            'alter table parts add column extra int default 3',
            `select id, extra, ${d.sealed(undefined, { table: 'parts', prefix: '' })} from parts order by id`,
        ]),
        statement('other.drop-column', '`ALTER TABLE ... DROP COLUMN`', (d) => {
            const c = d.sealed(undefined, { table: 'parts', prefix: '' });
            return [`alter table parts drop column ${c}`, 'select * from parts order by id'];
        }),
        statement('other.not-null', '`ALTER COLUMN ... SET NOT NULL`', (d) => [
            `alter table parts alter column ${d.sealed(undefined, { table: 'parts', prefix: '' })} set not null`,
            'select count(*) from parts',
        ]),
        statement('other.rename-plain', '`RENAME COLUMN` of a plain column', () => [
            'alter table parts rename column p_text to q_text',
            'select id, q_text, s_text from parts order by id',
        ]),
        statement('other.index', '`CREATE INDEX`', (d) => {
            const c = d.searched();
            return [
                `create index reach_index on things (${c})`,
                `select id from things where ${c} = ${d.literal(c)} order by id`,
            ];
        }),
        statement('other.index-unique', '`CREATE UNIQUE INDEX`', (d) => `create unique index reach_index on things (${d.grouped()})`),
        statement('other.index-order', '`CREATE INDEX ... DESC NULLS LAST`', (d) => `create index reach_index on things (${d.ord()} desc nulls last, id)`),
        statement('other.index-where', '`CREATE INDEX ... WHERE` of plain columns', (d) => `create index reach_index on things (${d.searched()}) where id > 3`),
        statement('other.drop-table', '`DROP TABLE`', () => ['drop table parts', 'select count(*) from things']),
        statement('other.comment', '`COMMENT`', (d) => `comment on column things.${d.sealed()} is 'plain words'`),
        statement('other.grant', '`GRANT`, `REVOKE`', (d) => `${d.pick(['grant select on things to', 'revoke select on parts from'])} app`),
        statement('other.lock', '`LOCK`', () => 'lock table things in share mode'),
        statement('other.analyze', '`ANALYZE`', () => 'analyze parts'),
        statement('other.transaction', '`SAVEPOINT`, `ROLLBACK TO`, `RELEASE`', (d) => {
            const c = d.sealed();
            return [
                'savepoint a',
                `update things set ${c} = ${d.literal(c)} where id = ${d.id()}`,
                'rollback to a',
                `select id, ${c} from things order by id`,
                'release a',
            ];
        }),
        statement('other.set', '`SET`, `SHOW`, `RESET`', (d) => [
            `set local datestyle = ${d.pick(["'German'", "'SQL, DMY'", "'Postgres'", "'ISO, MDY'"])}`,
            `set local timezone = ${d.pick(["'UTC'", "'Europe/Prague'", "'America/New_York'"])}`,
            'select id, s_date, s_timestamp, s_timestamptz, s_interval, o_timestamptz from things order by id',
            'show datestyle',
            'reset datestyle',
        ]),
        statement('other.notify', '`LISTEN`, `UNLISTEN`', () => ['listen reach', 'unlisten reach']),
        statement('other.trigger', '`CREATE TRIGGER`', () => [
            "create function reach_trigger() returns trigger language plpgsql as $$begin new.p_text = 'plain t'; return new; end$$",
            'create trigger reach before update on parts for each row execute function reach_trigger()',
            "update parts set s_text = 'canary a' where id = 1 returning id, s_text, p_text",
        ]),
        statement('other.policy', '`CREATE POLICY` on plain columns', () => 'create policy reach on things using (id > 0)'),
        statement('other.do', '`DO`', () => 'do $$begin perform 1; end$$'),
        statement('other.rule', '`CREATE RULE`', () => 'create rule reach as on delete to parts do instead nothing'),
        statement('copy.to', '`COPY ... TO STDOUT`', (d) => `copy things (id, ${d.several(d.sealed(), 4).join(', ')}) to stdout`),
        statement('copy.to-all', '`COPY table TO STDOUT`', () => 'copy parts to stdout'),
        statement('copy.to-csv', '`COPY ... TO ... CSV`', (d) => {
            return `copy things (id, ${d.several(d.sealed(), 3).join(', ')}) to stdout with (format csv${d.pick(['', ', header', ", null 'nil'", ', force_quote *', ", delimiter ';'"])})`;
        }),
        statement('copy.to-binary', '`COPY ... TO ... BINARY`', (d) => `copy (select id, ${d.sealed()} from things order by id) to stdout with (format binary)`),
        statement('copy.query', '`COPY (query) TO STDOUT`', (d) => {
            const c = d.searched();
            return `copy (select id, ${d.sealed()} from things where ${c} <> ${d.literal(c)} order by id) to stdout`;
        }),
        statement('copy.from', '`COPY ... FROM STDIN`', (d) => [
            { sql: 'copy parts (id, s_text, s_int4) from stdin', copy: [copyRow(d), d.chance(3) ? copyRow(d) : ''] },
            'select id, s_text, s_int4 from parts order by id',
        ]),
        statement('copy.from-csv', '`COPY ... FROM ... CSV`', (d) => [
            {
                sql: 'copy parts (id, s_text, s_int4) from stdin with (format csv)',
                copy: [
                    `${d.newId()},${d.pick(['canary a', '"canary ""q"" , b"', '', '""'])},${d.pick(['7', '', '867530901'])}\n`,
                ],
            },
            'select id, s_text, s_int4 from parts order by id',
        ]),
        statement('copy.from-where', '`COPY ... FROM ... WHERE` of plain columns', (d) => [
            { sql: 'copy parts (id, s_text, s_int4) from stdin where id < 102', copy: [copyRow(d), copyRow(d)] },
            'select id, s_text from parts order by id',
        ]),
        tested('copy.from-binary', '`COPY ... FROM ... BINARY`', 'copy parts (id, s_text) from stdin with (format binary)', 'copy/024_binary'),
        tested('copy.file', '`COPY` with a file or program of the server', "copy things to '/tmp/things'", 'copy/030_refused', { beyond: true }),
        tested('other.begin', '`BEGIN`, `COMMIT`, `ROLLBACK`', 'begin', 'transaction/001_commit'),
        tested('other.discard', '`DISCARD`', 'discard all', 'setting/009_discard'),
        tested('other.vacuum', '`VACUUM`', 'vacuum things', 'multi/011_vacuum'),
        tested('other.call', '`CALL`', "call f('x')", 'refused/068_do_block'),
    ],
};
//# sourceMappingURL=statements.js.map