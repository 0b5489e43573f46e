import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { printed, runPgseal, startPgseal } from '../support/run-pgseal.js';
async function start(folder) {
    const child = startPgseal(['dev', '--folder', folder]);
    const lines = [/^ {2}through pgseal +(\S+)$/, /^ {2}the database +(\S+)$/, /^The database is kept in (.+)$/];
    const [proxyUrl, databaseUrl, cluster] = await printed(child, ...lines);
    return { child, proxyUrl: proxyUrl[1], databaseUrl: databaseUrl[1], cluster: cluster[1] };
}
async function stop({ child }, signal) {
    const exited = once(child, 'exit');
    child.kill(signal);
    return (await exited)[0];
}
async function rows(url, text) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
        return (await client.query({ text, rowMode: 'array' })).rows;
    }
    finally {
        await client.end();
    }
}
describe('pgseal dev', () => {
    // Made as private as mkdtemp makes it: another user, as whom root runs PostgreSQL, cannot enter.
    const above = mkdtempSync(join(tmpdir(), 'pgseal-dev-run-'));
    const folder = join(above, '.pgseal');
    let running;
    before(async () => {
        running = await start(folder);
    });
    after(async () => {
        if (running.child.exitCode === null && running.child.signalCode === null)
            await stop(running, 'SIGKILL');
        for (const path of [running.cluster, above])
            rmSync(path, { recursive: true, force: true });
    });
    test('shows plaintext through the proxy and sealed values in the database', async () => {
        const select = "select name, email::text from users where name = 'Ada'";
        assert.deepEqual(await rows(running.proxyUrl, "select name, email from users where email = 'ada@example.com'"), [
            ['Ada', 'ada@example.com'],
        ]);
        await assert.rejects(rows(running.databaseUrl, select), /cannot convert a sealed value/);
        const [[name, email]] = (await rows(running.databaseUrl, select.replace('::text', '')));
        assert.equal(name, 'Ada');
        assert.match(email, /^\(1,"?\\*x01/);
        await assert.rejects(rows(running.databaseUrl, "insert into users (name, email) values ('x', 'by-mistake')"));
        assert.doesNotMatch(readFileSync(join(folder, 'postgres.log'), 'latin1'), /by-mistake/);
    });
    test('leaves no sample plaintext in the files of the database', () => {
        const files = readdirSync(running.cluster, { recursive: true, encoding: 'utf8' }).map((name) => join(running.cluster, name));
        const texts = files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file).toString('latin1'));
        assert.ok(texts.some((text) => text.includes('Grace')), 'what is not sealed is found');
        assert.ok(!texts.some((text) => /ada@example\.com|grace@example\.com/.test(text)));
    });
    test('a second one in the same folder is refused in a sentence', async () => {
        const second = await runPgseal(['dev', '--folder', folder]);
        assert.equal(second.code, 1);
        assert.match(second.stderr, /^pgseal: process \d+ runs "pgseal dev" in ".*" already\n$/);
    });
    test('plan, status and explain work on its map', async () => {
        const map = ['--config', join(folder, 'pgseal.yaml')];
        const plan = await runPgseal(['plan', ...map, '--exit-code']);
        assert.deepEqual([plan.code, plan.stderr], [0, '']);
        assert.match(plan.stdout, /Nothing is left to do\.\n$/);
        const status = await runPgseal(['status', ...map]);
        assert.match(status.stdout, /^public\.users\.email +sealed +text +default +equality/m);
        const explained = await runPgseal(['explain', ...map, "select id from users where email = 'x'; select 1"]);
        assert.equal(explained.stderr, '');
        assert.match(explained.stdout, /searches +public\.users\.email[\s\S]*passed on as it is/);
        const refused = await runPgseal(['explain', ...map, 'select hashtext(email) from users']);
        assert.match(refused.stdout, /^refused: ERROR: 0A000: cannot use sealed column/);
        const apply = await runPgseal(['apply', ...map]);
        assert.equal(apply.code, 2);
        assert.match(apply.stderr, /^pgseal: apply changes the database: it needs --yes, or a terminal/);
    });
    test('ends with 0 on Ctrl-C, leaves no process and no note, and keeps its data', async () => {
        const id = await rows(running.proxyUrl, "insert into users (name, email) values ('Alan', 'alan@example.com') returning id");
        assert.equal(await stop(running, 'SIGINT'), 0);
        assert.ok(!existsSync(join(running.cluster, 'data', 'postmaster.pid')));
        assert.deepEqual(readdirSync(folder)
            .filter((name) => !['cluster'].includes(name))
            .sort(), ['pgseal.key', 'pgseal.yaml', 'postgres.log']);
        running = await start(folder);
        assert.deepEqual(await rows(running.proxyUrl, "select id from users where email = 'alan@example.com'"), id);
    });
    test('takes over after it was killed', async () => {
        await stop(running, 'SIGKILL');
        running = await start(folder);
        assert.equal((await rows(running.proxyUrl, 'select email from users')).length, 3);
        assert.equal(await stop(running, 'SIGTERM'), 0);
    });
    test('a key file that is gone is a sentence', async () => {
        rmSync(join(folder, 'pgseal.key'));
        const result = await runPgseal(['dev', '--folder', folder]);
        assert.equal(result.code, 1);
        assert.match(result.stderr, /^pgseal: key file ".*" is gone, and what the cluster/);
        assert.ok(!existsSync(join(folder, 'pgseal.key')));
    });
});
//# sourceMappingURL=dev.test.js.map