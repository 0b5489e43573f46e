import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { factsQuery, namesParameter } from '../../src/connection/server-facts.js';
import { openDatabase } from '../../src/control/database.js';
import { liveInstances, notifyInstances } from '../../src/control/instance-table.js';
import { inTransaction } from '../../src/jobs/in-transaction.js';
import { awaitInstances, NotHeld, withTableHeld } from '../../src/jobs/table-hold.js';
import { createOwnedDatabase, runAs } from '../support/owned-database.js';
import { mustPgseal, startProxy, writeMap } from '../support/pgseal.js';
import { sharedPostgres } from '../support/postgres.js';
let place;
let owner;
let map;
let proxy;
let relation = 0;
let label = '';
const body = `
keys: { default: { kms: local, keyFile: "{keyFile}", dataKeys: branch } }
tables:
  public.moved: { columns: { email: { type: text, online: true } } }
`;
before(async () => {
    place = await createOwnedDatabase(await sharedPostgres(), 'hold');
    owner = openDatabase(place.ownerUrl);
    map = await writeMap(place.controlUrl, body);
    await mustPgseal(['apply', '--yes', '--config', map.file, '--admin-url', place.ownerUrl]);
    await runAs(place.ownerUrl, [
        'create table public.moved (id int primary key, email text, note text)',
        'grant all on public.moved to public',
        'create view public.moved_view as select id, email from public.moved',
        'grant all on public.moved_view to public',
    ]);
    const [table] = await owner.query(`select 'public.moved'::regclass::int8::float8 as oid`);
    relation = table.oid;
    const [column] = await owner.query(`update pgseal.columns set state = 'sealing', relation = 'public.moved', position = 2 returning label`);
    label = column.label;
    proxy = await startProxy(map, place.clientUrl);
});
after(async () => {
    await proxy.stop();
    await owner.close();
    map.remove();
});
const client = async () => {
    const url = new URL(proxy.url());
    url.username = new URL(place.clientUrl).username;
    const made = new pg.Client({ connectionString: url.href });
    await made.connect();
    return made;
};
const target = () => ({ relation, schema: 'public', table: 'moved' });
test('a serving process says which columns it serves, and in which state', async () => {
    assert.equal(await awaitInstances(owner, [`${label} sealing`], { milliseconds: 10_000 }), true);
    const lagging = [];
    const others = await awaitInstances(owner, [`${label} sealed`], { milliseconds: 300 }, (all) => lagging.push(all.length));
    assert.deepEqual([others, lagging], [false, [1]]);
    assert.match(proxy.output(), /served as plain: public.moved.email \(sealing\)/);
});
test('a column that is being sealed is an ordinary one to statements', async () => {
    const one = await client();
    await one.query(`insert into moved values (1, 'plain', 'n')`);
    assert.deepEqual((await one.query(`select upper(email) as e from moved where email like 'pl%'`)).rows, [
        { e: 'PLAIN' },
    ]);
    assert.deepEqual((await one.query('select * from moved_view')).rows, [{ id: 1, email: 'plain' }]);
    await one.end();
});
test('a held table makes new statements wait, and no others; a transaction that has touched it goes on', async () => {
    const [inside, outside, other] = [await client(), await client(), await client()];
    await inside.query('begin');
    await inside.query(`insert into moved values (2, 'x')`);
    const said = [];
    await withTableHeld(owner, target(), 3000, async ({ check }) => {
        const waits = outside.query('select count(*) from moved').then(() => said.push('outside'));
        const viewed = other.query('select 1 from moved_view').then(() => said.push('view'));
        await inside.query('update moved set note = $1 where id = 2', ['y']);
        await inside.query('commit');
        await delay(200);
        await check();
        assert.deepEqual(said, []);
        void Promise.all([waits, viewed]);
    });
    await outside.query('select 1');
    await other.query('select 1');
    assert.deepEqual(said.sort(), ['outside', 'view']);
    await Promise.all([inside.end(), outside.end(), other.end()]);
});
test('a table cannot be held while a statement on it is at work', async () => {
    const one = await client();
    const slow = one.query('select pg_sleep(1.2) from moved limit 1');
    await delay(200);
    await assert.rejects(withTableHeld(owner, target(), 300, async () => assert.fail('was held')), NotHeld);
    await withTableHeld(owner, target(), 5000, async () => undefined);
    await slow;
    await one.end();
});
test('a job whose connection ends leaves nothing held', async () => {
    const one = await client();
    const job = openDatabase(place.ownerUrl);
    let killed = 0;
    await assert.rejects(withTableHeld(job, target(), 3000, async ({ session }) => {
        const [own] = await session.query('select pg_backend_pid() as pid');
        killed = own.pid;
        await owner.query('select pg_terminate_backend($1)', [killed]);
        await one.query('select 1 from moved');
        await session.query('select 1');
    }));
    assert.ok(killed > 0);
    await job.close();
    await one.end();
});
test('statements, prepared ones too, go on with what the table has become', async () => {
    const errors = [];
    let statements = 0;
    let stop = false;
    const working = Array.from({ length: 4 }, async (_, at) => {
        const one = await client();
        for (let i = 0; !stop; i += 1) {
            const id = 100 + at * 100_000 + i;
            try {
                await one.query({ name: 'in', text: 'insert into moved values ($1, $2, $3)', values: [id, `e${id}`, null] });
                const { rows } = await one.query({ name: 'out', text: 'select * from moved where id = $1', values: [id] });
                const [row] = rows;
                // The stand-in for the job empties the column; what is written behind it stays.
                if (row.email !== `e${id}` && row.email !== null)
                    errors.push(`row ${JSON.stringify(row)}`);
                if (Object.keys(row).join() !== 'id,email,note')
                    errors.push(Object.keys(row).join());
                await one.query('select email from moved where id = $1', [id]);
                await one.query(`select email from moved where id = ${id}`);
                statements += 4;
            }
            catch (error) {
                errors.push(error.message);
            }
        }
        await one.end();
    });
    await delay(300);
    await withTableHeld(owner, target(), 5000, async ({ session, check }) => {
        await inTransaction(session, async () => {
            await session.query('drop view public.moved_view');
            await session.query('alter table public.moved alter column email type pgseal.text_none using null');
            await session.query('alter table public.moved add check (email is null or email is not null)');
            await session.query(`update pgseal.columns set state = 'sealed'`);
            await notifyInstances(session, 'columns');
            await check();
        });
    });
    const before = statements;
    for (let waited = 0; statements < before + 60 && waited < 10_000; waited += 20)
        await delay(20);
    stop = true;
    await Promise.all(working);
    assert.deepEqual(errors, []);
    assert.ok(statements > before + 20, `${statements - before} statements`);
    const [{ n }] = (await owner.query('select count(*)::text as n from public.moved where (email).c is not null'));
    assert.ok(Number(n) > 5, `${n} rows`);
});
test('a process that has ended is gone from the list', async () => {
    const second = await startProxy({ ...map, file: map.file }, place.clientUrl).catch(() => undefined);
    assert.equal(second, undefined);
    assert.equal((await liveInstances(owner)).length, 1);
});
test('within an open transaction a name means what others have made of it', async () => {
    const [inside, other] = [
        new pg.Client({ connectionString: place.ownerUrl }),
        new pg.Client({ connectionString: place.ownerUrl }),
    ];
    await inside.connect();
    await other.connect();
    const ask = async () => Object.values((await inside.query(factsQuery, [namesParameter(['named'])])).rows[0])[0];
    await other.query('create table public.named (id int); create table public.named_new (id int)');
    await inside.query('begin');
    const before = await ask();
    assert.equal(await ask(), before);
    await other.query('alter table public.named rename to named_old; alter table public.named_new rename to named');
    assert.notEqual(await ask(), before);
    await inside.query('commit');
    await Promise.all([inside.end(), other.end()]);
});
//# sourceMappingURL=table-hold.test.js.map