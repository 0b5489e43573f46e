import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { sharedPostgres } from '../support/postgres.js';
import { printed, runPgseal, startPgseal } from '../support/run-pgseal.js';
describe('pgseal serve before a server of its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-serve-'));
    const keyFile = join(folder, 'k');
    let database;
    let other;
    let count = 0;
    function map(parts = {}) {
        const file = join(folder, `${count++}.yaml`);
        const upstream = new URL(database.url);
        upstream.username = '';
        const text = [
            'listen: 127.0.0.1:0',
            `upstream: ${upstream.href}`,
            `control: ${parts.control ?? database.url}`,
            parts.top ?? '',
            `keys: { default: ${parts.key ?? '{ kms: local, keyFile: k, dataKeys: branch }'} }`,
            `tables: { public.people: { columns: ${parts.columns ?? '{ email: { type: text, search: [equality] } }'} } }`,
        ];
        writeFileSync(file, `${text.join('\n')}\n`);
        return file;
    }
    async function query(url, text, values = []) {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        try {
            return (await client.query(text, [...values])).rows;
        }
        finally {
            await client.end();
        }
    }
    async function refused(parts, env = {}) {
        const result = await runPgseal(['serve', '--config', map(parts)], { env });
        assert.deepEqual([result.code, result.stdout], [1, '']);
        const [first] = result.stderr.split('\n').filter((line) => !line.startsWith('{'));
        assert.match(first, /^pgseal: /);
        assert.doesNotMatch(result.stderr, /^\s+at /m);
        return result;
    }
    before(async () => {
        const server = await sharedPostgres();
        database = await server.createDatabase('serve');
        other = await server.createDatabase('other');
        await query(database.url, 'create table people (id int primary key, email text unique)');
        await query(database.url, "insert into people values (1, 'first@example.com')");
        assert.equal((await runPgseal(['keygen', keyFile])).code, 0);
    });
    after(() => rmSync(folder, { recursive: true, force: true }));
    test('keygen never overwrites, and adds where it is asked to', async () => {
        const again = await runPgseal(['keygen', keyFile]);
        assert.deepEqual([again.code, again.stderr], [1, `pgseal: key file "${keyFile}" exists already\n`]);
        const added = await runPgseal(['keygen', '--append', keyFile]);
        assert.equal(added.code, 0);
        assert.match(added.stdout, /^added key \S+ to /);
    });
    test('before apply: serve says what is missing, plan what is left, apply asks', async () => {
        assert.match((await refused({})).stderr, /^pgseal: schema pgseal is missing .*\nHINT: Run "pgseal apply"\.$/m);
        const plan = await runPgseal(['plan', '--config', map()]);
        assert.equal(plan.code, 0);
        assert.match(plan.stdout, /email: its values are sealed in place/);
        assert.equal((await runPgseal(['plan', '--config', map(), '--exit-code'])).code, 1);
        assert.equal((await runPgseal(['apply', '--config', map()])).code, 2);
        const status = await runPgseal(['status', '--config', map()]);
        assert.match(status.stdout, /^schema pgseal is missing[\s\S]*^public\.people\.email +plain/m);
    });
    test('apply seals what is there, and does nothing a second time', async () => {
        const first = await runPgseal(['apply', '--yes', '--config', map()]);
        assert.equal(first.code, 0, first.stderr);
        assert.match(first.stdout, /^public\.people\.email: sealed \(1 row\)$/m);
        const second = await runPgseal(['apply', '--yes', '--config', map()]);
        assert.deepEqual([second.code, second.stdout.trim().split('\n').at(-1)], [0, 'Nothing is left to do.']);
        assert.equal((await runPgseal(['plan', '--config', map(), '--exit-code'])).code, 0);
    });
    test('each thing that is wrong at start is one sentence', async () => {
        const absent = await refused({ key: '{ kms: local, keyFile: nowhere }' });
        assert.match(absent.stderr, /key file ".*nowhere" does not exist/);
        const open = join(folder, 'open');
        await runPgseal(['keygen', open]);
        chmodSync(open, 0o644);
        assert.match((await refused({ key: '{ kms: local, keyFile: open }' })).stderr, /its mode must be 0600/);
        const login = new URL(database.url);
        login.username = 'nobody_at_all';
        assert.match((await refused({ control: login.href })).stderr, /^pgseal: could not connect .* control login$/m);
        login.port = '1';
        assert.match((await refused({ control: login.href })).stderr, /^pgseal: could not connect .* control login$/m);
        const aws = '{ kms: aws, keyId: alias/a, region: eu-central-1, endpoint: "http://127.0.0.1:1" }';
        const env = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };
        assert.match((await refused({ key: aws }, env)).stderr, /^pgseal: .*key service/m);
        assert.match((await refused({ key: '{ kms: insecure-test-key }' })).stderr, /--insecure-test-key/);
        await query(database.url, 'create role without_rights login');
        login.username = 'without_rights';
        login.port = new URL(database.url).port;
        const lacking = /^pgseal: the control login lacks rights on schema pgseal\nMissing: .*INSERT on pgseal\.keys.*\nHINT: Run "pgseal apply" with --admin-url/m;
        assert.match((await refused({ control: login.href })).stderr, lacking);
        for (const command of ['status', 'plan']) {
            const result = await runPgseal([command, '--config', map({ control: login.href })]);
            assert.equal(result.code, 1);
            assert.match(result.stderr, lacking);
        }
        const admin = await runPgseal(['plan', '--config', map(), '--admin-url', login.href.replace('without_', 'no_')]);
        assert.equal(admin.code, 1);
        assert.match(admin.stderr, /^pgseal: could not connect to the database with the login of --admin-url\n/);
    });
    test('a key file that is not the one the columns were sealed under ends the start', async () => {
        await runPgseal(['keygen', join(folder, 'other')]);
        const { stderr } = await refused({ key: '{ kms: local, keyFile: other, dataKeys: branch }' });
        assert.match(stderr, /"weakness",.*the key file of key \\"default\\" has no line/);
        assert.match(stderr, /^pgseal: cannot use named key "default": index key \S+ (was made|is) under .* key .*$/m);
    });
    test('serves the mapped database sealed, the named ones unchanged, and no other', async (t) => {
        const child = startPgseal(['serve', '--config', map({ top: `passthroughDatabases: [${other.name}]` })]);
        t.after(() => child.kill('SIGKILL'));
        const [listening] = await printed(child, /^listening on 127\.0\.0\.1:(\d+)$/);
        const at = (url) => {
            const proxied = new URL(url);
            proxied.port = listening[1];
            return proxied.href;
        };
        await query(at(database.url), 'insert into people values ($1, $2)', [2, 'second@example.com']);
        assert.deepEqual(await query(at(database.url), 'select id, email from people where email = $1', ['first@example.com']), [{ id: 1, email: 'first@example.com' }]);
        const [stored] = (await query(database.url, 'select email from people where id = 2'));
        assert.match(stored.email, /^\(1,/);
        assert.deepEqual(await query(at(other.url), 'select 1 as one'), [{ one: 1 }]);
        const elsewhere = new URL(at(database.url));
        elsewhere.pathname = '/postgres';
        await assert.rejects(query(elsewhere.href, 'select 1'), { code: '3D000' });
        child.kill('SIGTERM');
        assert.deepEqual(await once(child, 'exit'), [0, null]);
    });
    test('a schema of another version is a sentence', async () => {
        await query(database.url, 'update pgseal.schema_version set version = version + 1');
        assert.match((await refused({})).stderr, /^pgseal: schema pgseal has version \d+, and this program needs version \d+$/m);
        await query(database.url, 'update pgseal.schema_version set version = version - 1');
    });
});
//# sourceMappingURL=serve.test.js.map