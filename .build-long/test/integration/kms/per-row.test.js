import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kmsDatabase } from './kms-database.js';
const bound = 50;
test('per-row: one GenerateDataKey a row written and one Decrypt a wrapped key opened, within the bound', async (t) => {
    const { kms, full: client, keyId } = await kmsDatabase(t);
    const calls = async (run) => {
        const before = kms.calls.length;
        kms.mostActive = 0;
        await run();
        const made = kms.calls.slice(before);
        const count = (operation) => made.filter((call) => call.operation === operation).length;
        return { generated: count('GenerateDataKey'), opened: count('Decrypt'), most: kms.mostActive, made };
    };
    const rowsOf = (count, first) => Array.from({ length: count }, (_, row) => `(${first + row}, 'u${first + row}@x.org', '+${row}', ${row % 10})`).join();
    const inserted = await calls(() => client.query(`insert into users (id, email, phone, age) values ${rowsOf(120, 0)}`));
    assert.equal(inserted.generated, 120, 'one for a row of three sealed columns');
    assert.ok(inserted.most <= bound, `${inserted.most} at once`);
    assert.deepEqual(new Set(inserted.made.filter((call) => call.operation === 'GenerateDataKey').map((call) => call.keyId)), new Set([keyId]));
    assert.ok(inserted.made.every((call) => call.operation !== 'GenerateDataKey' || call.context.app === 'billing'));
    const plain = await calls(() => client.query('insert into users (id, name) values ($1, $2)', [1000, 'no sealed value']));
    assert.deepEqual([plain.generated, plain.opened], [0, 0]);
    kms.delayMs = 2;
    const read = await calls(() => client.query('select email, phone, age, email from users where id < 120'));
    kms.delayMs = 0;
    assert.deepEqual([read.generated, read.opened], [0, 120], 'three columns of a row share its wrapped key');
    assert.ok(read.most > 1 && read.most <= bound, `${read.most} at once`);
    const joined = await calls(() => client.query('select a.email, b.phone from users a join users b on a.age = b.age where a.id = 1 and b.id < 120'));
    assert.equal(joined.opened, 12, 'the row of a comes 12 times and is opened once');
    const search = await calls(() => client.query('select id from users where email = $1', ['u7@x.org']));
    assert.deepEqual([search.generated, search.opened], [0, 0]);
    const update = await calls(() => client.query('update users set phone = $1, age = 3 where id = $2', ['+9', 7]));
    assert.equal(update.generated, 1);
    const mixed = await calls(() => client.query('select email, phone, age from users where id = 7'));
    assert.equal(mixed.opened, 2, 'the row now holds cells of two data keys');
});
//# sourceMappingURL=per-row.test.js.map