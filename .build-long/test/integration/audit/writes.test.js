import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AuditedDatabase } from './audited-database.js';
const tables = 'create table users (id serial primary key, kind int, email text)';
const columns = `  public.users:
    record: "users/{id}"
    columns:
      email: { type: text, search: [equality] }`;
const email = 'public.users.email';
test('records are listed for what is sealed, up to the bound, in inserts and in an UPDATE of many rows', async (t) => {
    const place = await AuditedDatabase.start(t, { tables, columns, audit: 'records: 3' });
    const { client, kms } = place;
    const [inserted] = await place.during(() => client.query("insert into users (kind, email) values (1, 'a'), (1, 'b'), (1, 'c'), (2, 'd')"));
    assert.deepEqual(inserted.records, ['users/1', 'users/2', 'users/3']);
    assert.equal(inserted.recordsMore, 1);
    assert.deepEqual(inserted.sealed, { [email]: 4 });
    const before = kms.calls.length;
    const [updated, ...others] = await place.during(() => client.query("update users set email = 'e' where kind = 1"));
    assert.equal(others.length, 0);
    assert.deepEqual([updated.statement, updated.sealed], ['UpdateStmt', { [email]: 3 }]);
    assert.deepEqual(new Set(updated.records), new Set(['users/1', 'users/2', 'users/3']));
    assert.deepEqual(new Set(updated.kmsRequests), new Set(kms.calls.slice(before).map(({ requestId }) => requestId)));
});
//# sourceMappingURL=writes.test.js.map