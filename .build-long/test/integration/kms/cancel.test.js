import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bind, cancelRequest, execute, parse, query, sync } from '../../support/client-messages.js';
import { outcomeOf, WireClient } from '../../support/wire-client.js';
import { kmsDatabase } from './kms-database.js';
// Pitfalls A19, A21: what is cancelled while it waits for the key service ends at once, and nothing else is hit.
test('a statement that waits for the key service can be cancelled, and its client can leave', async (t) => {
    const { kms, full, database } = await kmsDatabase(t);
    await full.query("insert into users (id, email) values (1, 'a@x.org'), (2, 'b@x.org')");
    const admin = await WireClient.connectUrl(database.directUrl);
    const client = await WireClient.connectUrl(database.url);
    t.after(() => Promise.all([admin.close(), client.close()]));
    const cancel = async (pid = client.pid, secret = client.secret) => {
        const canceller = await WireClient.open(database.proxy.port);
        canceller.send(cancelRequest(pid, secret));
        assert.equal(await canceller.receive(), undefined);
    };
    /** Sends, cancels when `calls` calls have reached the key service, which never answers them, and gives the outcome. */
    const cancelled = async (messages, calls = 1) => {
        const release = kms.hold();
        const reached = kms.reached(calls);
        client.send(...messages);
        await reached;
        const since = performance.now();
        await cancel();
        const outcome = outcomeOf(await client.receiveUntil((message) => message.type === 'ReadyForQuery'));
        const took = performance.now() - since;
        assert.equal(outcome.error?.C, '57014');
        assert.equal(outcome.error?.M, 'canceling statement due to user request');
        assert.ok(took < 1_000, `${took} ms`);
        // What comes next is not hit, though the first calls are still open.
        assert.equal((await client.query('select pg_sleep(0.1)')).error?.C, outcome.status === 'I' ? undefined : '25P02');
        release();
        return outcome;
    };
    const insert = (id) => `insert into users (id, email) values (${id}, 'c@x.org')`;
    await t.test('while it seals, by either protocol', async () => {
        assert.equal((await cancelled([query(insert(3))])).status, 'I');
        assert.equal((await cancelled([parse(insert(3)), bind(), execute(), sync()])).status, 'I');
    });
    await t.test('while it opens', async () => {
        assert.equal((await cancelled([query('select id, email from users')], 2)).status, 'I');
        const messages = [parse('select email from users'), bind(), execute(), sync()];
        assert.equal((await cancelled(messages, 2)).status, 'I');
    });
    await t.test('in a transaction block, which fails', async () => {
        await client.query('begin');
        assert.equal((await cancelled([query(insert(4))])).status, 'E');
        await client.query('rollback');
        await client.query('begin');
        assert.equal((await cancelled([query('select email from users where id = 1')])).status, 'E');
        await client.query('rollback');
    });
    await t.test('behind a statement that the server works on: that one is hit', async () => {
        // The names are asked for behind a statement under way; now they are known.
        await client.query('select email from users where id = 1');
        const release = kms.hold();
        const reached = kms.reached(1);
        client.send(parse('select pg_sleep(60)'), bind(), execute(), parse(insert(5)), bind(), execute(), sync());
        await reached;
        const sleeps = `select count(*) from pg_stat_activity where wait_event = 'PgSleep' and pid = ${client.pid}`;
        while ((await admin.rows(sleeps))[0]?.[0] === '0')
            await new Promise(setImmediate);
        await cancel();
        const outcome = outcomeOf(await client.receiveUntil((message) => message.type === 'ReadyForQuery'));
        assert.equal(outcome.error?.C, '57014');
        assert.deepEqual(outcome.tags, []);
        release();
        assert.equal((await client.query('select pg_sleep(0.1)')).error, undefined);
    });
    await t.test('not with another key', async () => {
        const release = kms.hold();
        const reached = kms.reached(1);
        client.send(query('select email from users where id = 1'));
        await reached;
        await cancel(client.pid, Buffer.from([1, 2, 3, 4]));
        release();
        const outcome = outcomeOf(await client.receiveUntil((message) => message.type === 'ReadyForQuery'));
        assert.equal(outcome.rows[0]?.[0]?.toString(), 'a@x.org');
    });
    await t.test('a client that leaves is not waited for', async () => {
        for (const leave of ['end', 'resetAndDestroy']) {
            for (const sql of [insert(6), 'select email from users where id = 1']) {
                const leaver = await WireClient.connectUrl(database.url);
                const release = kms.hold();
                const reached = kms.reached(1);
                leaver.send(query(sql));
                await reached;
                leaver.socket[leave]();
                const there = `select count(*) from pg_stat_activity where pid = ${leaver.pid}`;
                const until = performance.now() + 2_000;
                while ((await admin.rows(there))[0]?.[0] !== '0')
                    assert.ok(performance.now() < until, `${leave}: ${sql}`);
                release();
            }
        }
    });
    await t.test('a cancelled statement of many rows asks for no further keys', async () => {
        const values = Array.from({ length: 200 }, (_, row) => `(${100 + row}, 'x')`).join(', ');
        await cancelled([query(`insert into users (id, email) values ${values}`)], 50);
        const asked = kms.count('GenerateDataKey');
        await full.query('select email from users');
        assert.equal(kms.count('GenerateDataKey'), asked);
    });
    assert.deepEqual((await full.query('select id from users order by id')).rows, [{ id: 1 }, { id: 2 }]);
});
// The clock is the server's own. It begins with the first message of a statement that the server gets: a simple Query is
// sent when its keys are there, but a Parse goes ahead of them.
test("statement_timeout is the server's: it counts a wait for keys only behind a Parse", async (t) => {
    const { kms, database } = await kmsDatabase(t);
    const client = await WireClient.connectUrl(database.url);
    t.after(() => client.close());
    await client.query('set statement_timeout = 150');
    kms.delayMs = 400;
    const simple = await client.query("insert into users (id, email) values (1, 'a@x.org')");
    assert.deepEqual(simple.tags, ['INSERT 0 1']);
    const extended = await client.extended("insert into users (id, email) values (2, 'a@y.org')");
    assert.equal(extended.error?.M, 'canceling statement due to statement timeout');
    await client.query('set statement_timeout = 0');
    assert.deepEqual(await client.rows('select id from users'), [['1']]);
});
//# sourceMappingURL=cancel.test.js.map