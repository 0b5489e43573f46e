// Who may update many rows, how many, and what is left when keys cannot be had.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runAs } from '../../support/owned-database.js';
import { sharedPostgres } from '../../support/postgres.js';
import { WireClient } from '../../support/wire-client.js';
import { proxiedDatabase } from '../proxied-database.js';
const map = (head) => `
${head}
keys: { default: { kms: local, keyFile: "{keyFile}", dataKeys: branch } }
tables:
  public.users: { columns: { email: { type: text, search: [equality] } } }
`;
const tables = `
  create table users (id int primary key, email text, name text, owner text not null default current_user);
  insert into users (id, email, name) select n, 'canary-' || n, 'n' || n % 3 from generate_series(1, 20) n`;
let database;
let limited;
const clients = [];
const suffix = Math.random().toString(36).slice(2, 8);
const [writer, reader, someColumns] = ['writer', 'reader', 'columns'].map((name) => `many_${name}_${suffix}`);
before(async () => {
    database = await proxiedDatabase(await sharedPostgres(), { tables, map: map('mode: full') });
    limited = (await database.startProxy(map('limits: { rowsPerStatement: 5 }'))).url;
    const rights = `
    create role ${writer} login; create role ${reader} login; create role ${someColumns} login;
    grant update on users to ${writer};
    grant select, update on users to ${reader};
    grant select (id, name), update (email, name) on users to ${someColumns}`;
    for (const url of [database.directUrl, database.plainUrl]) {
        // Roles belong to the server: the second database has only to grant.
        await runAs(url, [url === database.directUrl ? rights : rights.replace(/create role \w+ login;/g, '')]);
    }
});
after(async () => {
    await Promise.all(clients.map((client) => client.close()));
    for (const url of [database.directUrl, database.plainUrl]) {
        await runAs(url, [`drop owned by ${writer}, ${reader}, ${someColumns}`]);
    }
    await runAs(database.directUrl, [`drop role ${writer}, ${reader}, ${someColumns}`]);
    await database.close();
});
async function connect(url, user = 'postgres') {
    const as = new URL(url);
    as.username = user;
    const client = await WireClient.connectUrl(as.href);
    clients.push(client);
    return client;
}
const summary = (outcome) => [outcome.error?.C ?? outcome.tags, outcome.status];
test('limits.rowsPerStatement: one row more is refused, and nothing is changed or left locked', async () => {
    const client = await connect(limited);
    assert.deepEqual(summary(await client.query("update users set email = 'canary-a' where id <= 5")), [
        ['UPDATE 5'],
        'I',
    ]);
    for (const run of [
        () => client.query("update users set email = 'canary-b' where id <= 6"),
        () => client.extended('update users set email = $1', { values: ['canary-b'] }),
    ]) {
        const outcome = await run();
        assert.deepEqual(summary(outcome), ['54000', 'I']);
        assert.match(outcome.error.M, /more than 5 rows/);
        assert.match(outcome.error.H, /limits\.rowsPerStatement/);
    }
    assert.deepEqual(await client.rows("select count(*) from users where email = 'canary-b'"), [['0']]);
    const direct = await connect(database.directUrl);
    assert.equal((await direct.query('select id from users for update nowait')).error, undefined);
});
test('limits.rowsPerStatement: rows of the table count, not what they are joined with', async () => {
    const client = await connect(limited);
    const many = "update users set email = 'canary-c' from generate_series(1, 50) g where id <= 5";
    assert.deepEqual(summary(await client.query(many)), [['UPDATE 5'], 'I']);
    assert.deepEqual(summary(await client.query(many.replace('<= 5', '<= 6'))), ['54000', 'I']);
    const insert = "insert into users (id, email) values (101, 'a'), (102, 'b'), (103, 'c'), (104, 'd'), (105, 'e'), (106, 'f')";
    assert.deepEqual(summary(await client.query(insert)), ['54000', 'I']);
});
test('a block that met the limit has failed, and can be rolled back', async () => {
    const client = await connect(limited);
    await client.query('begin');
    assert.deepEqual(summary(await client.query("update users set email = 'canary-d'")), ['54000', 'E']);
    assert.deepEqual(summary(await client.query("update users set email = 'canary-d' where id = 1")), ['25P02', 'E']);
    assert.deepEqual(summary(await client.query('rollback')), [['ROLLBACK'], 'I']);
});
test('without the right to SELECT the key it is refused; rights on columns are enough', async () => {
    const [asWriter, asReader, asColumns] = [
        await connect(database.url, writer),
        await connect(database.url, reader),
        await connect(database.url, someColumns),
    ];
    assert.deepEqual(summary(await asWriter.query("update users set email = 'canary-w'")), ['42501', 'I']);
    assert.deepEqual(summary(await asReader.query("update users set email = 'canary-r'")), [['UPDATE 20'], 'I']);
    assert.deepEqual(summary(await asColumns.query("update users set email = 'canary-k' where name = 'n1'")), [
        ['UPDATE 7'],
        'I',
    ]);
    assert.deepEqual(summary(await asColumns.query("update users set email = 'canary-k' where owner = 'x'")), [
        '42501',
        'I',
    ]);
});
test('row level security decides as for one UPDATE; one that reads no column is refused', async () => {
    // Through the proxy, which then reads its catalog again.
    const both = [database.url, database.plainUrl];
    for (const url of both) {
        await runAs(url, [
            'alter table users enable row level security',
            `create policy seen on users for select using (id > 5);
       create policy changed on users for update using (id < 15) with check (name <> 'n2')`,
        ]);
    }
    try {
        const plain = await connect(database.plainUrl, reader);
        const sealed = await connect(database.url, reader);
        for (const sql of [
            "update users set email = 'canary-p', name = 'n1' where id > 0",
            "update users set email = 'canary-p' where id > 0",
            "update users set email = 'canary-p', name = 'n1' where id > 0 returning id",
        ]) {
            const [ours, theirs] = [await sealed.query(sql), await plain.query(sql)];
            assert.deepEqual([summary(ours), ours.rows.length], [summary(theirs), theirs.rows.length], sql);
        }
        // The policy for SELECT would hold for the two statements, but not for the client's one.
        const outcome = await sealed.query("update users set email = 'canary-p', name = 'n1'");
        assert.deepEqual(summary(outcome), ['0A000', 'I']);
        assert.match(outcome.error.M, /row level security/);
    }
    finally {
        for (const url of both) {
            await runAs(url, [
                'drop policy seen on users; drop policy changed on users; alter table users disable row level security',
            ]);
        }
    }
});
//# sourceMappingURL=bounds.test.js.map