import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { AuditedDatabase } from './audited-database.js';
const tables = 'create table users (id int primary key, email text); create table plain (id int)';
const columns = `  public.users:
    columns:
      email: { type: text, search: [equality] }`;
const email = 'public.users.email';
test('alerts: log, trail and webhook; a brake ends a statement where it is; no value in any of them', async (t) => {
    const got = [];
    const server = createServer((request, response) => {
        request.on('data', (part) => got.push(part.toString()));
        request.on('end', () => response.writeHead(200).end());
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => server.close());
    const hook = `http://127.0.0.1:${server.address().port}/`;
    const place = await AuditedDatabase.start(t, {
        tables,
        columns,
        alerts: `alerts: { webhook: { url: "${hook}" }, firstSeen: {}, opened: [{ perMinute: 3, columns: [${email}], action: refuse }] }`,
    });
    const { client } = place;
    await client.query("insert into users values (1, 'canary'), (2, 'canary'), (3, 'canary'), (4, 'canary'), (5, 'canary')");
    await client.query('select email from users where id <= 2');
    const before = place.kms.count('Decrypt');
    await assert.rejects(client.query('select email from users'), { code: '53400' });
    await assert.rejects(client.query('select email from users where id = 1'), { code: '53400' });
    assert.ok(place.kms.count('Decrypt') - before <= 5, 'the second one asked the KMS for nothing');
    assert.equal((await client.query('select id from users where email = $1', ['canary'])).rowCount, 5);
    const outcomes = place.statements().map(({ outcome }) => outcome);
    assert.deepEqual(outcomes, ['ok', 'ok', '53400', '53400', 'ok']);
    assert.deepEqual(place.statements()[2].opened, { [email]: 1 });
    assert.deepEqual(place.metric('pgseal_alerts_total'), { opened: 1, failures: 0, 'first-seen': 1, canary: 0 });
    assert.deepEqual(place.metric('pgseal_audit_lines_total'), { written: place.lines().length, lost: 0, refused: 0 });
    await place.close();
    const alerts = place.lines().filter(({ event }) => event === 'alert');
    assert.deepEqual(alerts.map(({ kind }) => kind), ['first-seen', 'opened']);
    assert.equal(got.length, 2);
    assert.match(place.database.log(), /"event":"alert","kind":"opened"/);
    for (const text of [...got, place.text(), place.database.log()])
        assert.ok(!text.includes('canary'));
});
test('a canary record: told, and refused before the KMS is asked for its data key', async (t) => {
    const record = columns.replace('public.users:', 'public.users:\n    record: "users/{id}"');
    const alerts = 'alerts: { canaries: { records: [users/0], action: refuse } }';
    const place = await AuditedDatabase.start(t, { tables, columns: record, alerts });
    const { client, kms } = place;
    await client.query("insert into users values (0, 'nobody'), (1, 'somebody')");
    const [read] = await place.during(() => client.query('select email from users where id = 1'));
    assert.deepEqual([read.records, read.opened], [['users/1'], { [email]: 1 }]);
    const before = kms.count('Decrypt');
    const [refused] = await place.during(() => assert.rejects(client.query('select email from users where id = 0'), { code: '42501' }));
    assert.equal(kms.count('Decrypt'), before);
    assert.deepEqual([refused.outcome, refused.error, refused.records], ['42501', 'canaryOpened', ['users/0']]);
    const [alert] = place.lines().filter(({ event }) => event === 'alert');
    assert.deepEqual([alert.kind, alert.record, alert.action], ['canary', 'users/0', 'refuse']);
});
// /dev/full takes nothing, as a full disk. The rename shows the trail that its file is gone, so that it opens the name anew.
test('onFailure refuse: nothing is opened or sealed while no line can be written; other tables are served', async (t) => {
    const place = await AuditedDatabase.start(t, { tables, columns });
    const { client, path } = place;
    await client.query("insert into users values (1, 'a')");
    renameSync(path, `${path}.kept`);
    symlinkSync('/dev/full', path);
    await until(() => place.database.log().includes('audit-failed'));
    const before = place.kms.calls.length;
    for (const text of [
        'select email from users',
        "insert into users values (2, 'b')",
        "select id from users where email = 'a'",
    ]) {
        await assert.rejects(client.query(text), { code: '58030' });
    }
    assert.equal(place.kms.calls.length, before);
    await client.query('select * from plain');
    await client.query('select id from users');
    rmSync(path);
    renameSync(`${path}.kept`, path);
    await until(async () => {
        try {
            return (await client.query('select email from users')).rowCount === 1;
        }
        catch {
            return false;
        }
    });
    await place.close();
    assert.match(readFileSync(path, 'utf8'), /"event":"gap","lost":\d+,"refused":[1-9]/);
    const { stdout } = await place.verify();
    assert.match(stdout, /: whole\n$/);
});
test('pgseal audit: a changed trail ends with 1 and the place; what does not fit together with a sentence', async (t) => {
    const place = await AuditedDatabase.start(t, { tables, columns });
    await place.client.query("insert into users values (1, 'a')");
    await place.close();
    const { runPgseal } = await import('../../support/run-pgseal.js');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(place.path, place.text().replace('"InsertStmt"', '"DeleteStmt"'));
    const { code, stdout } = await place.verify();
    assert.equal(code, 1);
    assert.match(stdout, /audit\.jsonl:2: the line was changed\n/);
    const usage = await runPgseal(['audit']);
    assert.deepEqual([usage.code, usage.stderr], [2, 'pgseal: needs --verify or --new-key FILE\n']);
    const moved = await runPgseal(['audit', '--verify', '--key', join(place.folder, 'audit.key'), place.path]);
    assert.match(moved.stdout, /segment 1 cannot be verified with this key/);
    assert.equal(moved.code, 1);
    const again = await runPgseal(['audit', '--new-key', place.copy]);
    assert.equal(again.code, 1);
    assert.match(again.stderr, /it exists already/);
});
async function until(holds) {
    while (!(await holds()))
        await new Promise((resolve) => setTimeout(resolve, 50));
}
//# sourceMappingURL=failures.test.js.map