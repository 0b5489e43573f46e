// Writers beside an UPDATE of many rows: what it does with rows that change while it waits for them is what PostgreSQL does
// with the plain twin's (EvalPlanQual under READ COMMITTED, 40001 above).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTwins } from '../../twin/twins.js';
let twins;
before(async () => {
    twins = await startTwins();
});
after(() => twins.stop());
const races = {
    'a row that no longer fits is left out': {
        meanwhile: ['update users set active = false where id = 2'],
        update: "update users set phone = 'canary-race' where active and id < 6 returning id",
    },
    'a row that fits only now is not added': {
        meanwhile: ['update users set active = true where id = 3', 'update users set name = name where id = 4'],
        update: "update users set phone = 'canary-race' where active returning id, name",
    },
    'plain values are computed from the row as it is now': {
        meanwhile: ["update users set name = name || ' changed' where id in (1, 4)"],
        update: "update users set phone = 'canary-race', name = name || ' by us' where id < 6 returning id, name, phone",
    },
    'a row that is gone is left out': {
        meanwhile: ['delete from users where id = 5'],
        update: "update users set phone = 'canary-race', score = 3 where id > 3",
    },
    'a key that was changed': {
        meanwhile: ['update items set id = id + 10 where id = 2', "update notices set id = 30, tag = 'z' where id = 3"],
        update: "update notices set body = 'canary-race' where tag in ('a', 'z') returning id, body",
    },
    'a change that is taken back': {
        meanwhile: ['update users set active = false where id = 2'],
        update: "update users set phone = 'canary-race' where active returning id",
        end: 'rollback',
    },
    'a joined row that changes': {
        meanwhile: [
            "update users set name = 'changed' where id = 1",
            "update orders set item = item || '!' where id in (1, 3)",
        ],
        update: "update orders o set note = 'canary-race', item = o.item || ' of ' || u.name from users u where u.id = o.user_id returning o.id, o.item, u.name",
    },
    'a joined row by which the row no longer fits': {
        meanwhile: ['update orders set user_id = 6 where id = 1'],
        update: "update orders o set note = 'canary-race' from users u where u.id = o.user_id and u.id < 3 returning o.id",
    },
    'by the simple protocol': {
        meanwhile: ['update users set active = false where id = 2', "update users set name = 'now' where id = 1"],
        update: "update users set phone = 'canary-race', name = name || '!' where active returning id, name",
        simple: true,
    },
    'in a transaction block': {
        first: ['begin', 'select count(*) from users'],
        meanwhile: ['update users set active = false where id = 2'],
        update: "update users set phone = 'canary-race' where active returning id",
    },
    'above READ COMMITTED a row that changed is an error': {
        first: ['begin isolation level repeatable read', 'select count(*) from users'],
        meanwhile: ['update users set active = false where id = 2'],
        update: "update users set phone = 'canary-race' where active returning id",
    },
    'above READ COMMITTED rows that did not change are updated': {
        first: ['begin isolation level serializable', 'select count(*) from users'],
        meanwhile: ['select 1 from users where id = 2 for update'],
        update: "update users set phone = 'canary-race' where active returning id",
    },
};
for (const [name, race] of Object.entries(races)) {
    test(name, async () => {
        const [plain, sealed] = [await run(twins.plain, race), await run(twins.sealed, race)];
        assert.deepEqual(sealed, plain);
        await Promise.all([twins.plain.reset(), twins.sealed.reset()]);
    });
}
async function run(twin, race) {
    const [client, other] = [await twin.connect('app'), await twin.connect('postgres')];
    try {
        for (const sql of race.first ?? [])
            await must(client, sql);
        await must(other, 'begin');
        for (const sql of race.meanwhile)
            await must(other, sql);
        const updating = race.simple === true ? client.query(race.update) : client.extended(race.update);
        await untilBlocked(twin, client);
        await must(other, race.end ?? 'commit');
        const outcome = await updating;
        if (race.first !== undefined)
            await must(client, 'commit');
        const look = [];
        for (const table of ['users', 'orders', 'notices', 'items']) {
            look.push(texts(await must(client, `select * from ${table} order by 1`)));
        }
        return { tags: outcome.tags, rows: texts(outcome).sort(), error: outcome.error?.C, status: outcome.status, look };
    }
    finally {
        await client.close();
        await other.close();
    }
}
async function must(client, sql) {
    const outcome = await client.query(sql);
    assert.equal(outcome.error, undefined, `${sql}: ${outcome.error?.M}`);
    return outcome;
}
/** The backend of the client waits for a lock: the proxy gives clients the server's own process ids. */
async function untilBlocked(twin, client) {
    for (;;) {
        const [row] = await twin.admin.rows(`select coalesce(cardinality(pg_blocking_pids(${client.pid})), 0) > 0`);
        if (row?.[0] === 't')
            return;
    }
}
function texts(outcome) {
    return outcome.rows.map((row) => JSON.stringify(row.map((value) => value?.toString() ?? null)));
}
test('the rows stay locked from the SELECT to the end of the transaction', async () => {
    const [client, other] = [await twins.sealed.connect('app'), await twins.sealed.connect('postgres')];
    await must(client, 'begin');
    const outcome = await client.extended("update users set phone = 'canary-lock' where id in (1, 2) returning id");
    assert.equal(outcome.rows.length, 2);
    assert.equal((await other.query('select from users where id = 1 for update nowait')).error?.C, '55P03');
    assert.equal((await other.query('select from users where id = 3 for update nowait')).error, undefined);
    await must(client, 'rollback');
    assert.equal((await other.query('select from users where id = 1 for update nowait')).error, undefined);
    await client.close();
    await other.close();
});
test('two clients that update the same rows at once leave every row with one of their values', async () => {
    const clients = await Promise.all(Array.from({ length: 4 }, () => twins.sealed.connect('app')));
    for (let round = 0; round < 5; round += 1) {
        const outcomes = await Promise.all(clients.map((client, at) => client.extended('update users set phone = $1, name = name || $2 where id < 8 returning id', {
            values: [`canary-${at}`, String(at)],
        })));
        for (const outcome of outcomes)
            assert.deepEqual([outcome.tags, outcome.error], [['UPDATE 7'], undefined]);
    }
    const rows = await clients[0].query('select phone, name from users where id < 8');
    for (const [phone, name] of rows.rows) {
        assert.match(phone.toString(), /^canary-[0-3]$/);
        assert.equal(phone.toString().at(-1), name.toString().at(-1));
        assert.equal(name.toString().length, 3 + 20);
    }
    await Promise.all(clients.map((client) => client.close()));
    await twins.sealed.reset();
});
//# sourceMappingURL=races.test.js.map