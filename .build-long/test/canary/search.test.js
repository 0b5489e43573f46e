import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPostgres } from '../support/postgres.js';
import { WireClient } from '../support/wire-client.js';
import { base64At, needles } from './needles.js';
import { findNeedles, markSince, searchServer, talkative } from './search.js';
test('each form of a plaintext is found', () => {
    const found = (content) => findNeedles(needles(), Buffer.from(content)).length;
    assert.equal(found('nothing of the kind, 12345'), 0);
    assert.equal(found('x canary x'), 1);
    assert.equal(found(Buffer.from('x canary x').toString('hex')), 1);
    for (const before of ['', 'a', 'ab'])
        assert.equal(found(Buffer.from(`${before}canary and more`).toString('base64')), 1);
    assert.equal(base64At(Buffer.from('abc'), 0), 'YWJj');
    const number = Buffer.alloc(8);
    number.writeBigInt64LE(8675309086753091n);
    assert.equal(found(number), 1);
    number.writeBigInt64BE(8675309086753091n);
    assert.equal(found(number), 1);
});
test('a planted plaintext is found in the table, the WAL, the log, the statistics and the output', async (t) => {
    const server = await startPostgres({ settings: talkative });
    t.after(() => server.stop());
    const database = await server.createDatabase('planted');
    const client = await WireClient.connectUrl(database.url);
    await client.rows("create table early (note text); insert into early values ('canary of before')");
    await client.rows('drop table early');
    const since = await markSince(server, database);
    assert.deepEqual((await searchServer(server, database, since, 'quiet')).hits, []);
    await client.rows('create table later (note text, number int8, id uuid)');
    await client.extended('insert into later values ($1, $2, $3)', {
        values: ['canary planted', '8675309086753091', 'ca0a51e5-ca0a-4000-8000-000000000001'],
    });
    await client.query('select /* canary */ 1');
    const { hits } = await searchServer(server, database, since, 'canary');
    const places = new Set(hits.map((hit) => hit.replace(/[/:].*/, '')));
    const expected = server.dataDir === undefined
        ? ['output of the proxy', 'table public.later', 'pg_stat_activity']
        : ['output of the proxy', 'pg_stat_activity', 'pg_stat_statements', 'server log', 'base', 'pg_wal'];
    for (const place of expected)
        assert.ok(places.has(place), `${place} in ${[...places].join(', ')}`);
    await client.close();
});
//# sourceMappingURL=search.test.js.map