import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { readCsvLog, readJsonLog } from '../../src/commands/check/server-log.js';
import { splitStatements } from '../../src/commands/check/split-statements.js';
import { sharedPostgres } from '../support/postgres.js';
import { runPgseal } from '../support/run-pgseal.js';
const texts = (found) => found.map(({ text, line }) => [line, text]);
test('a file of SQL is cut at its own semicolons', () => {
    const file = `\\connect app
-- a; comment
select 1;
select ';', "a;b", $$;$$, $x$ ; $$ ; $x$, e'\\';' /* ; /* ; */ */ , U&'\\0041';

create rule r as on insert to t do (select 1; select 2);
copy t (a) from stdin;
1;2
\\.
select a$b$c; ;
select 'last'`;
    assert.deepEqual(texts(splitStatements(file)), [
        [3, 'select 1'],
        [4, `select ';', "a;b", $$;$$, $x$ ; $$ ; $x$, e'\\';' /* ; /* ; */ */ , U&'\\0041'`],
        [6, 'create rule r as on insert to t do (select 1; select 2)'],
        [7, 'copy t (a) from stdin'],
        [10, 'select a$b$c'],
        [11, "select 'last'"],
    ]);
    for (const broken of ["select '", 'select "', 'select $$', '/*', '((', ';;', ''])
        splitStatements(broken);
});
test('statements are found in the server’s csvlog and jsonlog', () => {
    const row = (message, query = '') => `2026-01-01 00:00:00 UTC,"app","app",1,"::1:1",a.1,1,"x",2026-01-01 00:00:00 UTC,1/1,0,LOG,00000,"${message.replaceAll('"', '""')}",,,,,,"${query}",,,"","client backend",,0\n`;
    const log = row('statement: select "a",\n 1') +
        row('duration: 0.1 ms  execute s1: select $1') +
        row('connection received') +
        row('syntax error', 'select from where');
    assert.deepEqual(texts(readCsvLog(log)), [
        [1, 'select "a",\n 1'],
        [3, 'select $1'],
        [5, 'select from where'],
    ]);
    const json = [
        { message: 'statement: select 1' },
        { message: 'duration: 3.0 ms  statement: select 2' },
        { message: 'checkpoint starting' },
        { message: 'division by zero', statement: 'select 1 / 0' },
    ];
    assert.deepEqual(texts(readJsonLog(`${json.map((line) => JSON.stringify(line)).join('\n')}\nnot json\n`)), [
        [1, 'select 1'],
        [2, 'select 2'],
        [4, 'select 1 / 0'],
    ]);
});
describe('pgseal check and explain --json', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-check-'));
    const map = join(folder, 'pgseal.yaml');
    const config = ['--config', map];
    before(async () => {
        const { url } = await (await sharedPostgres()).createDatabase('check');
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        await client.query('create table people (id int primary key, email text); create table others (id int)');
        await client.query('create function own() returns int language sql as $$ select 1 $$');
        await client.end();
        const upstream = new URL(url);
        upstream.username = '';
        writeFileSync(map, `upstream: ${upstream.href}
control: ${url}
keys: { default: { kms: local, keyFile: k, dataKeys: branch } }
tables: { public.people: { columns: { email: { type: text, search: [equality] } } } }
`);
        assert.equal((await runPgseal(['keygen', join(folder, 'k')])).code, 0);
        assert.equal((await runPgseal(['apply', '--yes', ...config])).code, 0);
    });
    after(() => rmSync(folder, { recursive: true, force: true }));
    test('counts what is served, refused and risky, without a constant', async () => {
        const file = join(folder, 'app.sql');
        writeFileSync(file, `select id from others where id = 1;
insert into people values (1, 'secret');
select email from people where email = 'secret';
select id from people where email like 'secret%';
select id from people where email like 'other%';
select own();
selec 'secret';
`);
        const { code, stdout, stderr } = await runPgseal(['check', ...config, file]);
        assert.equal(stderr, '');
        assert.equal(code, 1);
        assert.doesNotMatch(stdout, /secret/);
        assert.match(stdout, /^ +1 {2}passed on as they are\n +2 {2}carried out on sealed columns\n +1 {2}passed on, but/);
        assert.match(stdout, /\n +2 {2}refused\n +1 {2}not understood\n/);
        assert.match(stdout, /\n +2 {2}0A000 .*email.*\n +line 4: select id from people where email like \?\n/);
        const data = JSON.parse((await runPgseal(['check', ...config, '--json', file])).stdout);
        assert.deepEqual(data.counts, { passed: 1, sealed: 2, risky: 1, refused: 2, unreadable: 1 });
    });
    test('exit codes: 0 when all is served, 2 for what cannot be meant', async () => {
        const file = join(folder, 'fine.sql');
        writeFileSync(file, "select email from people where email = 'x'");
        assert.equal((await runPgseal(['check', ...config, file])).code, 0);
        assert.equal((await runPgseal(['check', ...config])).code, 2);
        assert.equal((await runPgseal(['check', ...config, '--format', 'xml', file])).code, 2);
        const missing = await runPgseal(['check', ...config, join(folder, 'none.sql')]);
        assert.deepEqual([missing.code, /could not read file/.test(missing.stderr)], [1, true]);
        const statistics = await runPgseal(['check', ...config, '--from-statements']);
        assert.match(statistics.stderr, /pg_stat_statements|^$/);
    });
    test('explain --json says the same as explain, for programs', async () => {
        const sql = `select email from people where email = 'secret'; select 1; select id from people where email like 'secret%'`;
        const { stdout } = await runPgseal(['explain', ...config, '--json', sql]);
        assert.doesNotMatch(stdout, /secret/);
        const [first, second, third] = JSON.parse(stdout);
        assert.deepEqual([first.outcome, first.searches, first.opens], ['sealed', ['public.people.email'], ['public.people.email']]);
        assert.match(first.text, /\(email\)\.eq = \$1/);
        assert.equal(second.outcome, 'passed');
        assert.deepEqual([third.outcome, third.sqlstate], ['refused', '0A000']);
    });
});
//# sourceMappingURL=check.test.js.map