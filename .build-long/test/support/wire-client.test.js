import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bind, describeStatement, execute, parse, sync } from './client-messages.js';
import { sharedPostgres } from './postgres.js';
import { trace } from './trace.js';
import { WireClient } from './wire-client.js';
test('the client of the tests speaks simple and extended protocol', async () => {
    const server = await sharedPostgres();
    const client = await WireClient.connectUrl(server.url);
    assert.deepEqual(trace((await client.query('select 1 as a, null as b; select')).messages), [
        'RowDescription a:23/4/-1/0/0 b:25/-1/-1/0/0',
        'DataRow "1" NULL',
        'CommandComplete SELECT 1',
        'RowDescription ',
        'DataRow ',
        'CommandComplete SELECT 1',
        'ReadyForQuery I',
    ]);
    const outcome = await client.extended('select $1::int4 + $2', {
        values: ['4', Buffer.from([0, 0, 0, 5])],
        formats: [0, 1],
        resultFormats: [1],
    });
    assert.deepEqual(outcome.parameterOids, [23, 23]);
    assert.deepEqual(outcome.rows, [[Buffer.from([0, 0, 0, 9])]]);
    const messages = await client.exchange([
        parse('select 7', { name: 'x' }),
        describeStatement('x'),
        bind({ statement: 'x' }),
        execute('', 1),
        sync(),
        parse('select nothing'),
        sync(),
    ], 2);
    assert.deepEqual(trace(messages).slice(-2), ['ErrorResponse ERROR 42703', 'ReadyForQuery I']);
    await client.close();
});
test('the client of the tests logs in with SCRAM', async () => {
    const server = await sharedPostgres();
    if (server.dataDir === undefined)
        return;
    const admin = await WireClient.connectUrl(server.url);
    await admin.rows("create role scram_user login password 'p w'");
    await admin.rows('create table hba (line text)');
    const file = (await admin.rows("select current_setting('hba_file')"))[0][0];
    await admin.rows(`insert into hba values ('host all scram_user 127.0.0.1/32 scram-sha-256'), ('host all all 127.0.0.1/32 trust')`);
    await admin.rows(`copy hba to '${file}'`);
    await admin.rows('select pg_reload_conf()');
    const login = { port: server.port, user: 'scram_user', password: 'p w' };
    const client = await WireClient.connect(login);
    assert.deepEqual(await client.rows('select current_user'), [['scram_user']]);
    await client.close();
    await assert.rejects(WireClient.connect({ ...login, password: 'wrong' }), /28P01/);
    await admin.close();
});
//# sourceMappingURL=wire-client.test.js.map