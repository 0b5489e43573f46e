import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseText } from '../../src/sql/parser.js';
import { targetName } from '../../src/sql/target-name.js';
import { as, list } from '../../src/sql/walk.js';
import { FixtureServer } from './fixture-server.js';
let server;
before(async () => {
    server = await FixtureServer.start('names');
});
after(async () => {
    await server?.close();
});
test('columns without AS are named as PostgreSQL names them', async () => {
    const expressions = [
        'id',
        'l.msg',
        'public.logs.id',
        'id + 1',
        '-id',
        "'x'",
        'null',
        "'x'::text",
        'id::int8',
        'id::int8::text',
        "date '2020-01-01'",
        "cast('1' as numeric(4, 2))",
        "'1'::double precision",
        'lower(msg)',
        'pg_catalog.lower(msg)',
        'count(*) over ()',
        'coalesce(msg)',
        'coalesce(msg)::varchar',
        'nullif(id, 1)',
        'greatest(id, 1)',
        'least(id, 1)',
        'case when true then id end',
        'case when true then 1 else id end',
        "case when true then 'a' else 'b'::text end",
        'array[id]',
        'array(select 1)',
        '(array[id])[1]',
        'row(id)',
        '(select id)',
        '(select id as k)',
        '(select 1)',
        '(values (1))',
        '(select id from logs where false union all select 2)',
        'exists (select 1)',
        '1 in (select 1)',
        'msg collate "C"',
        'now()',
        'current_date',
        'current_timestamp',
        'current_user',
        'session_user',
        'current_schema',
        'localtime',
        'id is null',
        'id = 1 and true',
        'json_build_object()',
        'xmlelement(name a)',
        "xmlserialize(content '<a/>' as text)",
        'extract(year from now())',
        "position('a' in msg)",
        'substring(msg from 1)',
        'trim(msg)',
        "overlay(msg placing 'x' from 1)",
        "msg at time zone 'UTC'",
        "now() at time zone 'UTC'",
        'jsonb_build_array() is json',
        "json_object('a': 1)",
        'json_array(1)',
        "json('1')",
        'json_scalar(1)',
    ];
    for (const expression of expressions) {
        const sql = `select ${expression} from public.logs ${expression.includes('l.') && !expression.includes('public') ? 'l' : ''}`;
        const statement = parseText(Buffer.from(sql))[0].stmt;
        const target = as(list(as(statement, 'SelectStmt').targetList)[0], 'ResTarget');
        const { fields, error } = await server.describe(sql, []);
        if (error !== undefined)
            continue;
        assert.equal(targetName(target.val), fields[0].name, expression);
    }
});
//# sourceMappingURL=target-name.test.js.map