import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import pg from 'pg';
import { encodeSealedRecord, readSealedRecord } from '../../src/seal/sealed-record.js';
import { decodeSealedRecordText } from '../../src/seal/sealed-record-text.js';
import { sharedPostgres } from '../support/postgres.js';
import { label } from './columns.js';
test('a server takes our binary record, and what it sends back in binary, hex and escape is read', async (t) => {
    const server = await sharedPostgres();
    const client = new pg.Client({ connectionString: (await server.createDatabase('records')).url });
    await client.connect();
    t.after(() => client.end());
    // Domains, since record_send names the domain of an attribute and not its base type.
    await client.query(`create domain version as json; create domain envelope as bytea; create domain term as bytea;
    create type sealed as (v version, c envelope, eq term); create table cells (id int, cell sealed)`);
    const oids = await client.query(`select typname, oid from pg_type where typname in ('version', 'envelope', 'term', 'sealed')`);
    const oid = (name) => oids.rows.find((row) => row.typname === name).oid;
    const type = {
        oid: oid('sealed'),
        name: 'sealed',
        versionOid: oid('version'),
        envelopeOid: oid('envelope'),
        terms: [{ name: 'eq', oid: oid('term') }],
    };
    const allBytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const envelopes = [Buffer.alloc(0), Buffer.from('plain'), Buffer.from('"\\(), x'), allBytes, randomBytes(3000)];
    const values = envelopes.map((envelope) => ({ envelope, terms: [randomBytes(16)] }));
    for (const [id, { envelope, terms }] of values.entries()) {
        await client.query({
            text: 'insert into cells values ($1, $2::sealed)',
            values: [id, encodeSealedRecord(type, envelope, terms)],
        });
    }
    const sent = await client.query('select record_send(cell) as bytes from cells order by id');
    sent.rows.forEach(({ bytes }, id) => {
        assert.deepEqual(readSealedRecord(type, bytes, 0, bytes.length, label), values[id]);
    });
    for (const output of ['hex', 'escape']) {
        await client.query(`set bytea_output = ${output}`);
        const text = await client.query('select cell from cells order by id');
        text.rows.forEach(({ cell }, id) => {
            assert.deepEqual(decodeSealedRecordText(type, Buffer.from(cell), label), values[id], output);
        });
    }
    assert.equal(sent.rows.length, values.length);
});
//# sourceMappingURL=record-on-server.test.js.map