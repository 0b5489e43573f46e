// Big values, many rows, cancel, and connections that end in the middle.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as send from '../../support/client-messages.js';
import { WireClient } from '../../support/wire-client.js';
import { startTwins } from '../../twin/twins.js';
import { sameTranscript } from './compare.js';
let twins;
before(async () => {
    twins = await startTwins();
});
after(() => twins.stop());
const { bind, execute, parse, query, sync } = send;
test('a value of 16 MB goes in and out, in text and binary, by parameter and by literal', async () => {
    const client = await twins.sealed.connect('app');
    const big = 'canary ž '.repeat(1_600_000);
    const put = await client.extended('insert into vault (id, a, c) values (70, $1, $2)', { values: [big, ''] });
    assert.equal(put.error, undefined);
    for (const format of [0, 1]) {
        const { rows } = await client.extended('select a, c from vault where id = 70', { resultFormats: [format] });
        assert.equal(rows[0]?.[0]?.equals(Buffer.from(big)), true);
        assert.equal(rows[0]?.[1]?.length, 0);
    }
    const literal = big.slice(0, 2_000_000);
    assert.equal((await client.query(`update vault set a = '${literal}' where id = 70`)).error, undefined);
    assert.equal((await client.query('select a from vault where id = 70')).rows[0]?.[0]?.toString(), literal);
    await client.close();
    await twins.sealed.reset();
});
test('supavisor 294: a large result is not cut, rows and order are kept', async () => {
    const client = await twins.sealed.connect('app');
    const count = 30_000;
    const perStatement = 1_000;
    for (let first = 0; first < count; first += perStatement) {
        const values = Array.from({ length: perStatement }, (_, index) => `(${1_000 + first + index}, 'canary ${first + index}')`);
        assert.equal((await client.query(`insert into vault (id, a) values ${values.join()}`)).error, undefined);
    }
    const { rows, tags } = await client.extended('select id, a from vault where id >= 1000 order by id', {
        resultFormats: [1],
    });
    assert.deepEqual(tags, [`SELECT ${count}`]);
    assert.equal(rows.every((row, index) => row[1]?.toString() === `canary ${index}`), true);
    await client.close();
    await twins.sealed.reset();
});
test('a statement on sealed columns is cancelled by the key that the server gave', async () => {
    const client = await twins.sealed.connect('app');
    // Held by a lock of another session, so that it cannot end by itself.
    const { admin, database } = twins.sealed;
    const holder = await WireClient.connectUrl(database.url);
    await holder.rows('begin; lock table users in access exclusive mode');
    client.send(query('select email from users where id = 1'));
    const waiting = `select count(*) from pg_stat_activity where wait_event_type = 'Lock' and pid = ${client.pid}`;
    while ((await admin.rows(waiting))[0]?.[0] === '0')
        await new Promise(setImmediate);
    const canceller = await WireClient.open(twins.proxy.port);
    canceller.send(send.cancelRequest(client.pid, client.secret));
    const messages = await client.receiveUntil((message) => message.type === 'ReadyForQuery');
    const error = messages.find((message) => message.type === 'ErrorResponse');
    assert.ok(error?.type === 'ErrorResponse' && error.fields.C === '57014');
    await holder.close();
    assert.equal((await client.query('select email from users where id = 1')).rows.length, 1);
    await client.close();
});
test('A57, odyssey 514: a server that goes away in a pipeline is heard once, and nothing is added', async () => {
    const client = await twins.sealed.connect('app');
    const { admin } = twins.sealed;
    const sleep = [parse('select pg_sleep(60)'), bind(), execute()];
    client.send(parse('select email from users where id = 1'), bind(), execute(), send.flush(), ...sleep);
    await client.receiveUntil((message) => message.type === 'CommandComplete');
    const sleeping = `select count(*) from pg_stat_activity where wait_event = 'PgSleep' and pid = ${client.pid}`;
    while ((await admin.rows(sleeping))[0]?.[0] === '0')
        await new Promise(setImmediate);
    client.send(parse('select email from users'), bind(), execute(), sync());
    await admin.rows(`select pg_terminate_backend(${client.pid})`);
    const rest = [];
    for (let message = await client.receive(); message !== undefined; message = await client.receive())
        rest.push(message);
    const errors = rest.filter((message) => message.type === 'ErrorResponse');
    assert.equal(errors.length, 1);
    assert.ok(errors[0]?.type === 'ErrorResponse' && errors[0].fields.C === '57P01');
    assert.equal(rest.some((message) => message.type === 'ReadyForQuery'), false);
});
test('a client that goes away in the middle of sealed rows leaves no backend behind', async () => {
    const client = await twins.sealed.connect('app');
    client.send(query('select a.email, b.phone, c.notes from users a, users b, users c, users d, users e'));
    await client.receiveUntil((message) => message.type === 'DataRow');
    client.destroy();
    const { admin } = twins.sealed;
    const alive = `select count(*) from pg_stat_activity where pid = ${client.pid}`;
    while ((await admin.rows(alive))[0]?.[0] !== '0')
        await new Promise(setImmediate);
});
test('B10: a statement of many parameters, each for one cell', async () => {
    const width = 300;
    const values = Array.from({ length: width }, (_, index) => [
        `${500 + index}`,
        `canary-wide-${index}@example.com`,
    ]).flat();
    const list = Array.from({ length: width }, (_, index) => `($${2 * index + 1}, $${2 * index + 2})`).join();
    await sameTranscript(twins, [
        {
            send: [
                parse(`insert into users (id, email) values ${list} returning id, email`),
                bind({ values }),
                execute(),
                sync(),
            ],
        },
        { send: [query('select count(email) from users where id >= 500')] },
    ]);
});
//# sourceMappingURL=sizes.test.js.map