import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { WireClient } from '../../support/wire-client.js';
import { kmsDatabase, principals } from './kms-database.js';
// Pitfalls G: the key service slow, throttling, silent or shut while statements run.
test('a failing key service fails the statement alone, with an SQLSTATE that says how', async (t) => {
    const { kms, keyId, full: client, database } = await kmsDatabase(t);
    await client.query("insert into users (id, email, phone, age) values (1, 'a@x.org', '+1', 1), (2, 'b@x.org', '+2', 2)");
    const attempts = 3;
    const insert = () => client.query('insert into users (id, email) values ($1, $2)', [5, 'c@x.org']);
    const read = () => client.query('select id, email from users order by id');
    const plainWorks = async () => {
        await client.query("insert into notes values (1, 'x')");
        assert.deepEqual((await client.query('delete from notes returning body')).rows, [{ body: 'x' }]);
        assert.deepEqual((await client.query('select id from users order by id')).rows, [{ id: 1 }, { id: 2 }]);
    };
    /** A service that was away for long is left alone for a moment before it is asked again. */
    const afterPause = async (statement) => {
        for (const end = performance.now() + 5_000;; await delay(50)) {
            try {
                return await statement();
            }
            catch (error) {
                if (!/left alone/.test(error.message) || performance.now() > end)
                    throw error;
            }
        }
    };
    const faults = [
        ['throttled', '53000', () => fail({ kind: 'throttle' })],
        ['dropped', '58000', () => fail({ kind: 'drop' })],
        ['out of order', '58000', () => fail({ kind: 'error', status: 500, type: 'KMSInternalException' })],
        [
            'disabled',
            '58000',
            () => {
                kms.keys.find(keyId).state = 'Disabled';
                return () => {
                    kms.keys.find(keyId).state = 'Enabled';
                };
            },
        ],
        [
            'denied',
            '42501',
            () => {
                kms.deny(principals.all, 'Decrypt', 'GenerateDataKey');
                return () => kms.deny(principals.all);
            },
        ],
    ];
    function fail(fault) {
        kms.fail(fault, 4 * attempts);
        return () => kms.clearFaults();
    }
    for (const [name, code, begin] of faults) {
        await t.test(name, async () => {
            for (const statement of [insert, read]) {
                const end = begin();
                await assert.rejects(statement(), (error) => {
                    assert.equal(error.code, code, error.message);
                    assert.match(error.message, /named key "default"/);
                    return true;
                });
                // The fault goes on: what needs no key is served.
                await plainWorks();
                end();
            }
            assert.equal((await afterPause(read)).rowCount, 2, 'nothing was written, and reads are served again');
        });
    }
    await t.test('inside a transaction the block fails, and a savepoint saves it', async () => {
        await client.query('begin');
        await client.query("insert into notes values (7, 'kept')");
        await client.query('savepoint s');
        const end = fail({ kind: 'throttle' });
        await assert.rejects(insert(), { code: '53000' });
        end();
        await assert.rejects(client.query('select 1'), { code: '25P02' });
        await client.query('rollback to s');
        await insert();
        await client.query('commit');
        assert.deepEqual((await client.query('select email from users where id = 5')).rows, [{ email: 'c@x.org' }]);
        await client.query('delete from users where id = 5');
        await client.query('delete from notes');
    });
    await t.test('one fault is survived by asking again', async () => {
        for (const kind of ['throttle', 'drop']) {
            kms.fail({ kind });
            assert.equal((await read()).rowCount, 2);
        }
    });
    await t.test('while one connection waits for the key service, others are served', async () => {
        const release = kms.hold();
        const waiting = read();
        const other = await WireClient.connectUrl(database.url);
        assert.deepEqual(await other.rows('select id from users order by id'), [['1'], ['2']]);
        release();
        assert.equal((await waiting).rows[1].email, 'b@x.org');
        await other.close();
    });
});
test('an UPDATE of many rows that gets no data keys changes none and lets go of their locks', async (t) => {
    const { kms, full: client, database } = await kmsDatabase(t);
    const rows = Array.from({ length: 30 }, (_, n) => `(${n}, 'u${n}@x.org')`).join();
    await client.query(`insert into users (id, email) values ${rows}`);
    const other = await WireClient.connectUrl(database.directUrl);
    kms.deny(principals.all, 'GenerateDataKey');
    for (const text of ["update users set phone = '+1' where id < 20", "update users set phone = '+1', name = 'x'"]) {
        await assert.rejects(client.query(text), { code: '42501' });
        await assert.rejects(client.query({ text, name: `n${text.length}` }), { code: '42501' });
    }
    await client.query('begin');
    await assert.rejects(client.query("update users set phone = '+1' where id < 20"), { code: '42501' });
    await client.query('rollback');
    assert.equal((await other.query('select id from users for update nowait')).error, undefined);
    assert.deepEqual(await other.rows('select count(*) from users where phone is not null or name is not null'), [['0']]);
    kms.deny(principals.all);
    assert.equal((await client.query("update users set phone = '+1' where id < 20")).rowCount, 20);
    await other.close();
});
//# sourceMappingURL=faults.test.js.map