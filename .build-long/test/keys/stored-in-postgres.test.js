import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../src/control/database.js';
import { openKeyTable } from '../../src/control/key-table.js';
import { controlGrants, missingSchema, readSchemaFacts } from '../../src/control/schema.js';
import { createKeyRing } from '../../src/keys/create-key-ring.js';
import { writeKeyFile } from '../../src/keys/key-file.js';
import { createOwnedDatabase } from '../support/owned-database.js';
import { sharedPostgres } from '../support/postgres.js';
import { MemoryLog, namedKey } from './named-keys.js';
import { keyPartOf, label, users } from './ring.js';
import { startKms } from './test-kms.js';
test('keys kept in pgseal.keys open in another process: contexts come back as they were', async (t) => {
    const place = await createOwnedDatabase(await sharedPostgres(), 'stored_keys');
    const owner = openDatabase(place.ownerUrl);
    await owner.transaction(async (session) => {
        const made = missingSchema(await readSchemaFacts(session), []);
        for (const statement of [...made, ...controlGrants(place.control)])
            await session.query(statement);
    });
    await owner.close();
    const control = openDatabase(place.controlUrl);
    t.after(() => control.close());
    const store = openKeyTable(control);
    const { server, endpoint } = await startKms(t);
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-keys-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const keyFile = join(folder, 'key');
    writeKeyFile(keyFile);
    const context = { z: '"1"', app: 'bílling', Zeta: '{}' };
    const aws = { kms: 'aws', keyId: server.keys.create('ENCRYPT_DECRYPT', false).arn, endpoint, context };
    const local = { kms: 'local', keyFile, context };
    const keys = new Map([
        namedKey({ name: 'a', ...aws }),
        namedKey({ name: 'b', ...aws, dataKeys: 'branch' }),
        namedKey({ name: 'c', ...local }),
        namedKey({ name: 'd', ...local, dataKeys: 'branch' }),
    ].map((key) => [key.name, key]));
    const ring = async () => {
        const made = await createKeyRing({ keys, mode: 'full', prove: false, store, log: new MemoryLog() });
        t.after(() => made.close());
        return made;
    };
    const [here, there] = [await ring(), await ring()];
    for (const name of keys.keys()) {
        const [made] = await here.generate(name, [users]);
        assert.ok((await there.open(name, keyPartOf(made), users, label)).equals(made.key), name);
        const id = await here.obtainIndexKey(name, `group ${name}`);
        assert.equal(await there.obtainIndexKey(name, `group ${name}`), id);
        assert.ok(here.indexKey(id).equals(there.indexKey(id)), name);
        await there.generate(name, [users]);
    }
    const rows = await store.all();
    assert.deepEqual(rows.map(({ kind, namedKey: name }) => `${name} ${kind}`).sort(), [
        'a index',
        'a kms',
        'b branch',
        'b branch',
        'b index',
        'c index',
        'c kms',
        'd branch',
        'd branch',
        'd index',
    ]);
});
//# sourceMappingURL=stored-in-postgres.test.js.map