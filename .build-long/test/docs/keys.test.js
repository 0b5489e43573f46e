// The examples of docs/keys.md, run: maps are loaded, queries answer over the log of our KMS server, patterns match its events.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { parseConfig } from '../../src/config/load-config.js';
import { iamPolicies } from '../../src/keys/iam-policies.js';
import { namedKey } from '../keys/named-keys.js';
import { keyPartOf, label, ring, users } from '../keys/ring.js';
import { callAs, startKms } from '../keys/test-kms.js';
import { sharedPostgres } from '../support/postgres.js';
import { repoRoot } from '../support/root.js';
const page = readFileSync(join(repoRoot, 'docs/keys.md'), 'utf8');
const blocks = (language) => [...page.matchAll(/^```([a-z]*)\n([\s\S]*?)^```$/gm)].filter(([, tag]) => tag === language).map(([, , text]) => text);
/** What our KMS server logged of: two rows sealed and opened, one of them in a place where it was not sealed, one denied. */
async function trail(t) {
    const { server, endpoint } = await startKms(t);
    const keyId = server.keys.create('ENCRYPT_DECRYPT', false).arn;
    const { ring: keys } = await ring(t, namedKey({ kms: 'aws', keyId, endpoint }));
    const of = (record) => ({ ...users, record });
    const [first, other] = await keys.generate('default', [of('users/42'), of('users/1')]);
    await keys.open('default', keyPartOf(first), of('users/42'), label);
    await keys.open('default', keyPartOf(other), of('users/1'), label);
    await assert.rejects(async () => keys.open('default', keyPartOf(first), of('users/1'), label), { sqlstate: 'XX001' });
    server.deny('AKIDFULL', 'Decrypt');
    await assert.rejects(async () => keys.open('default', keyPartOf(other), of('users/1'), label), { sqlstate: '42501' });
    callAs('AKIDFULL');
    return server.trail;
}
test('the maps load', () => {
    assert.ok(blocks('yaml').length > 0);
    for (const text of blocks('yaml'))
        parseConfig(text, 'm.yaml', { environment: {} });
});
test('the table of policies is what pgseal iam prints', () => {
    const text = readFileSync(join(repoRoot, 'config/tenants.yaml'), 'utf8').replace('kms: aws', 'kms: aws\n    indexKeyId: i');
    const environment = { PGSEAL_CONTROL_URL: 'postgres://pgseal@db.internal/app?sslmode=disable' };
    const policies = iamPolicies(parseConfig(text, 'm.yaml', { environment }));
    for (const [purpose, { Statement }] of Object.entries(policies)) {
        const [, written] = new RegExp(`^\\| \`${purpose}\` \\| ([^|]+) \\|`, 'm').exec(page);
        const actions = [...written.matchAll(/`([A-Za-z]+)`/g)].map(([, name]) => `kms:${name}`);
        assert.deepEqual(actions.toSorted(), [...new Set(Statement.flatMap(({ Action }) => Action))].toSorted(), purpose);
    }
});
test('the queries answer over the log of a KMS', async (t) => {
    const events = await trail(t);
    const server = await sharedPostgres();
    const { url } = await server.createDatabase('athena');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    t.after(() => client.end());
    // Athena's table, and of its functions those that PostgreSQL has not.
    await client.query(`
    create type identity as (type text, principalid text, arn text, accountid text, accesskeyid text, username text);
    create table cloudtrail_logs_pp ("timestamp" text, useridentity identity, eventtime text, eventsource text, eventname text,
      requestid text, errorcode text, requestparameters text);
    create function json_extract_scalar(text, path text) returns text language sql as $$
      select $1::json #>> array(select m[1] from regexp_matches(path, '\\["([^"]+)"\\]', 'g') m) $$`);
    for (const event of events) {
        const { userIdentity: who, eventTime, eventSource, eventName, requestID, errorCode, requestParameters } = event;
        await client.query('insert into cloudtrail_logs_pp values ($1, row($2, $3, $4, $5, $6, $7), $8, $9, $10, $11, $12, $13)', [
            eventTime.slice(0, 10).replaceAll('-', '/'),
            ...[who.type, who.principalId, who.arn, who.accountId, who.accessKeyId, who.userName],
            ...[eventTime, eventSource, eventName, requestID, errorCode ?? null, JSON.stringify(requestParameters)],
        ]);
    }
    const selects = blocks('sql').filter((text) => text.startsWith('SELECT'));
    const answers = [];
    for (const text of selects)
        answers.push((await client.query(text.replaceAll('useridentity.', '(useridentity).'))).rows);
    const arn = 'arn:aws:iam::111122223333:user/AKIDFULL';
    const [who, hours, refused, first, tables] = answers;
    assert.equal(answers.length, 5);
    const opened = events.find(({ eventName }) => eventName === 'Decrypt');
    assert.deepEqual(who.map((row) => [row.requestid, row.arn, row.errorcode]), [[opened.requestID, arn, null]]);
    assert.deepEqual([hours.length, hours[0].principal, hours[0].records, hours[0].calls], [1, arn, '2', '2']);
    assert.deepEqual(refused.map(({ eventname, errorcode }) => [eventname, errorcode]), [
        ['Decrypt', 'InvalidCiphertextException'],
        ['Decrypt', 'AccessDenied'],
    ]);
    assert.deepEqual(first.map(({ principal }) => principal), [arn]);
    assert.deepEqual(tables, [{ sealed_table: 'public.users', data_keys: '2' }]);
});
test('the patterns of EventBridge match what they are for', async (t) => {
    const events = (await trail(t)).map((detail) => ({
        source: 'aws.kms',
        'detail-type': 'AWS API Call via CloudTrail',
        detail,
    }));
    const patterns = blocks('json').map((text) => JSON.parse(text));
    const found = patterns.map((pattern) => events.filter((event) => matches(pattern, event)).map(({ detail }) => detail));
    assert.deepEqual(found.map((list) => list.map(({ eventName, errorCode }) => [eventName, errorCode])), [
        [
            ['Decrypt', 'InvalidCiphertextException'],
            ['Decrypt', 'AccessDenied'],
        ],
        [
            ['Decrypt', undefined],
            ['Decrypt', 'InvalidCiphertextException'],
            ['Decrypt', 'AccessDenied'],
        ],
        [],
    ]);
});
/** EventBridge's rule, as far as the page needs it: every field of the pattern holds one of the listed values. */
function matches(pattern, event) {
    return Object.entries(pattern).every(([name, wanted]) => {
        const value = event[name];
        if (!Array.isArray(wanted))
            return typeof value === 'object' && value !== null && matches(wanted, value);
        return wanted.some((one) => typeof one === 'object' && one !== null
            ? one.exists === (value !== undefined)
            : one === value);
    });
}
//# sourceMappingURL=keys.test.js.map