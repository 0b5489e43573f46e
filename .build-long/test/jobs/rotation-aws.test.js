import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startKms } from '../keys/test-kms.js';
import { runAs } from '../support/owned-database.js';
import { fillPeople, people, peopleOpen, rotationPlace } from './rotation-place.js';
const rows = 300;
test('aws: rewrap asks the KMS to wrap anew, once a row, and opens nothing', async (t) => {
    const place = await rotationPlace('rotation_aws');
    t.after(() => place.close());
    const assertOpens = (keys) => peopleOpen(place, rows, keys);
    const { server, endpoint } = await startKms(t);
    const [old, next] = [0, 1].map(() => server.keys.create('ENCRYPT_DECRYPT', false).arn);
    const aws = { kms: 'aws', endpoint };
    const tables = [people];
    await fillPeople(place, rows, place.keys({ ...aws, keyId: old }));
    const moved = place.keys({ ...aws, keyId: next, previousKeyIds: [old], context: { app: 'billing' } });
    server.calls.length = 0;
    server.principals.deny('AKIDFULL', 'Decrypt');
    const report = await place.run('rewrap', tables, moved, { verify: false });
    assert.equal(report.complete, true);
    // Without indexKeyId the index key is wrapped, so that it moves as the branch keys do.
    const [wrapped] = await runAs(place.ownerUrl, ['select count(wrapped)::int as n from pgseal.keys']);
    const wanted = rows + Number(wrapped?.n);
    const asked = server.count('ReEncrypt');
    // Calls that time out on a loaded machine are made again.
    assert.ok(asked >= wanted && asked < 2 * wanted, `${asked} calls for ${wanted} keys`);
    assert.equal(server.count('Decrypt'), 0);
    server.principals.forget('AKIDFULL');
    await assertOpens(place.keys({ ...aws, keyId: next, context: { app: 'billing' } }));
    server.principals.deny('AKIDFULL', 'ReEncryptFrom');
    const denied = place.keys({ ...aws, keyId: old, previousKeyIds: [next] });
    await assert.rejects(place.run('rewrap', tables, denied), { sqlstate: '42501' });
    server.principals.forget('AKIDFULL');
    await assertOpens(moved);
    const back = await place.run('rotate', tables, denied);
    assert.equal(back.complete, true);
    await assertOpens(place.keys({ ...aws, keyId: old }));
});
//# sourceMappingURL=rotation-aws.test.js.map