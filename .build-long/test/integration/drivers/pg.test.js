import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import * as send from '../../support/client-messages.js';
import { WireClient } from '../../support/wire-client.js';
import { startPeople } from './people.js';
import { refusedSteps, servedSteps } from './twin-steps.js';
let place;
let sealed;
let plain;
before(async () => {
    place = await startPeople();
    [sealed, plain] = (await Promise.all([place.url, place.plainUrl].map(async (connectionString) => {
        const client = new pg.Client({ connectionString });
        await client.connect();
        return client;
    })));
});
after(async () => {
    await Promise.all([sealed.end(), plain.end()]);
    await place.close();
});
const rows = async (client, text, values) => {
    const { rows: found, rowCount, fields } = await client.query(text, values);
    return {
        found,
        rowCount,
        fields: fields.map(({ name, dataTypeID, dataTypeModifier }) => [name, dataTypeID, dataTypeModifier]),
    };
};
const step = (text, ...values) => [
    `${text} ${JSON.stringify(values)}`,
    (client) => rows(client, text, values.length === 0 ? undefined : values),
];
const uuid = (digit) => `00000000-0000-0000-0000-00000000000${digit}`;
const columns = 'name, email, phone, age, token, born, seen, balance, prefs, photo';
const insert = `insert into people (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning *`;
const person = (n) => [
    ...[`n${n}`, `e${n}@x.org`, `+49 ${n}`, 20 + n, uuid(n), `1990-01-0${n + 1}`],
    ...[
        new Date(Date.UTC(2024, 4, 6, 7, 8, 9, 120 + n)),
        `1${n}.50`,
        { n, list: [1, null, 'é'] },
        Buffer.from([0, n, 255]),
    ],
];
const crud = [
    [
        'insert',
        async (client) => Promise.all([0, 1, 2].map((n) => client.query(insert.replace('*', columns), person(n)))).then((all) => all.map((one) => one.rows)),
    ],
    step(`select id, ${columns} from people order by id`),
    step("insert into people (name, email) values ('O''Brien', E'b\\\\a\\'ck\\n'), ('€', '') returning id, email"),
    step('insert into people (name, email) values ($1, $2), ($3, $4) returning id, email', 'a', 'm1@x', 'b', null),
    step("insert into people (name, email) values ('dup', 'e1@x.org')"),
    ...[
        'insert into people (name, email, phone) values ($1, $2, $3) on conflict (email) do update set phone = excluded.phone returning id, phone',
        'insert into people (name, email, phone) values ($1, $2, $3) on conflict (email) do nothing returning id',
    ].map((text) => step(text, 'u', 'e1@x.org', '77')),
    step('update people set email = $1, age = $2, seen = $3 where id = $4 returning email, age, seen', 'new@x', 5, new Date(0), 1),
    step('update people set email = coalesce($1, email), phone = $2 where id = $3 returning email, phone', null, null, 1),
    step('update people set born = $1, balance = $2 where email = $3 returning born, balance', new Date(2020, 1, 29), 12.345, 'e2@x.org'),
    step('select id, email, balance from people order by id desc limit $1 offset $2', 2, 1),
    step('select id, email from people where id > $1 order by id limit 2', 1),
    step('select count(*), count(email) from people where phone is not null'),
    step('insert into orders (person_id, contact, note, total) values ($1, $2, $3, $4) returning id, contact, note', 2, 'e1@x.org', 'secret', '9.99'),
    step('select p.email, o.note, o.total from people p left join orders o on o.person_id = p.id order by p.id, o.id'),
    step('select p.id, o.contact from people p join orders o on o.contact = p.email'),
    step('select id from people p where exists (select 1 from orders o where o.contact = p.email)'),
    step('with c as (select id, email from people where age = $1) select email from c', 21),
    step("select coalesce(email, 'none'), case when active then phone else '-' end from people order by id"),
    step('select email from people where id = 1 union all select contact from orders where id = $1', 1),
    step('select id, email from people where id = $1 for update', 1),
    step('delete from people where email = any($1) returning id, email', ['m1@x', '']),
    step("insert into tags (label) values ('x') returning id, label"),
];
const operands = [
    ['email', 'text', 'e1@x.org', 'e2@x.org'],
    ['phone', 'varchar', '+49 1', '+49 2'],
    ['age', 'int4', 21, 22],
    ['token', 'uuid', uuid(1), uuid(2)],
    ['born', 'date', '1990-01-02', '1990-01-03'],
    ['seen', 'timestamptz', new Date(Date.UTC(2024, 4, 6, 7, 8, 9, 121)), '2024-05-06T09:08:09.122+02:00'],
    ['balance', 'numeric', 11.5, '12.500'],
];
const searches = operands.flatMap(([column, type, one, other]) => [
    step(`select id, ${column} from people where ${column} = $1`, one),
    step(`select id from people where ${column} in ($1, $2) order by id`, one, other),
    step(`select id from people where ${column} <> $1 order by id`, other),
    step(`select id from people where ${column} = any($1) order by id`, [one, other, null]),
    step(`select id from people where ${column} = any($1::${type}[]) order by id`, []),
    step(`select id from people where $1::${type} is null or ${column} = $1 order by id`, one),
    step(`select id from people where ($1::${type} is null or ${column} = $1) and ($2::text is null or email = $2) order by id`, null, null),
    step(`select id from people where ${column} is distinct from $1 order by id`, one),
    step(`update people set ${column} = $1 where id = $2 returning ${column}`, null, 3),
    step(`update people set ${column} = $1 where id = $2 returning ${column}`, other, 3),
]);
test('pg: what applications do is answered as by plain columns', async () => {
    await servedSteps(sealed, plain, crud);
});
test('pg: searches by values of each type are answered as by plain columns', async () => {
    for (const client of [sealed, plain]) {
        await client.query('truncate orders, people restart identity');
        for (const n of [0, 1, 2])
            await client.query(insert, person(n));
    }
    await servedSteps(sealed, plain, searches);
    await servedSteps(sealed, plain, [
        step('select id from people where age = $1', '21'),
        step('select id from people where age = $1', 'x'),
        step('select id from people where token = $1', 'x'),
        step('select id from people where age = $1', 2 ** 40),
        step("select id from people where born = date '1990-01-02' and balance = 11.5"),
    ]);
});
test('pg: named statements, arrays as rows, pipelined queries and several statements in one text', async () => {
    const named = (client, email) => client
        .query({
        name: 'by-email',
        text: 'select id, email from people where email = $1',
        values: [email],
        rowMode: 'array',
    })
        .then((found) => found.rows);
    await servedSteps(sealed, plain, [
        [
            'named',
            async (client) => [await named(client, 'e1@x.org'), await named(client, 'none'), await named(client, 'e1@x.org')],
        ],
        [
            'after DDL',
            async (client) => {
                await client.query('alter table people add column extra int');
                const found = await named(client, 'e1@x.org');
                await client.query('alter table people drop column extra');
                return found;
            },
        ],
        // PostgreSQL refuses this one too, and the same statement under another name is served.
        [
            'a star after DDL',
            async (client) => {
                const all = (name) => client
                    .query({ name, text: 'select * from tags, people where people.id = $1', values: [1] })
                    .then((found) => found.fields.length);
                const before = await all('star');
                await client.query('alter table tags add column extra int');
                try {
                    return [before, await all('star').catch((error) => error.code), await all('star again')];
                }
                finally {
                    await client.query('alter table tags drop column extra');
                }
            },
        ],
        [
            'pipelined',
            (client) => Promise.all([1, 2, 3].flatMap((id) => [
                client.query('select email from people where id = $1', [id]).then((found) => found.rows),
                client.query("insert into people (name, email) values ('d', 'e1@x.org')").catch((error) => error.code),
                client.query("select count(*) from people where email = 'e1@x.org'").then((found) => found.rows),
            ])),
        ],
        [
            'several',
            async (client) => {
                const results = await client.query("insert into people (name, email) values ('s', 's@x'); select email from people where name = 's'; delete from people where email = 's@x'");
                return results.map((one) => [one.command, one.rowCount, one.rows]);
            },
        ],
        [
            'several, the last fails',
            (client) => rows(client, "insert into people (name, email) values ('s', 's@x'); insert into people (name, email) values ('s', 's@x')"),
        ],
        ['and nothing of it stays', (client) => rows(client, 'select id from people where email = $1', ['s@x'])],
    ]);
});
test('pg: transactions with errors, refusals and savepoints, on a pool', async () => {
    const transaction = async (url) => {
        const pool = new pg.Pool({ connectionString: url, max: 4 });
        try {
            const found = await Promise.all(Array.from({ length: 12 }, async (_, n) => {
                const client = await pool.connect();
                try {
                    await client.query('begin');
                    await client.query('insert into people (name, email) values ($1, $2)', ['pool', `pool${n}@x`]);
                    await client.query('savepoint s');
                    const duplicate = await client
                        .query('insert into people (name, email) values ($1, $2)', ['pool', `pool${n}@x`])
                        .catch((error) => error.code);
                    const aborted = await client.query('select 1').catch((error) => error.code);
                    await client.query('rollback to savepoint s');
                    const own = await client.query('select email from people where email = $1', [`pool${n}@x`]);
                    await client.query(n % 2 === 0 ? 'commit' : 'rollback');
                    return [duplicate, aborted, own.rows];
                }
                finally {
                    client.release();
                }
            }));
            return [found, (await pool.query("select count(*) from people where name = 'pool'")).rows];
        }
        finally {
            await pool.end();
        }
    };
    assert.deepEqual(await transaction(place.url), await transaction(place.plainUrl));
    await sealed.query('begin');
    await assert.rejects(sealed.query('select hashtext(email) from people'), { code: '0A000' });
    await assert.rejects(sealed.query('select 1'), { code: '25P02' });
    await sealed.query('rollback');
});
test('pg: what is refused is refused by name, and the connection goes on', async () => {
    const query = (naming, text, ...values) => [naming, (client) => client.query(text, values.length === 0 ? undefined : values)];
    await refusedSteps(sealed, [
        query('"public.people.email" in LIKE', 'select id from people where email like $1', 'e%'),
        query('"public.people.email" in ORDER BY', 'select id from people order by email'),
        query('"public.people.born" in BETWEEN', 'select id from people where born between $1 and $2', '1990-01-01', '1991-01-01'),
        query('"public.people.email" in ORDER BY', 'declare c cursor for select email from people order by email'),
        query('"public.people.email" in LIKE', "prepare p as select email from people where email like 'e%'"),
        query('"public.people.email" in hashtext()', 'select hashtext(email) from people where id = 1'),
        query('"public.people.prefs"', "select prefs->>'n' from people where id = $1", 1),
    ]);
    await servedSteps(sealed, plain, [
        ['after', (client) => rows(client, "select id, email from people where name <> 'pool' order by id")],
    ]);
});
// The Rails adapter, asyncpg and pgjdbc prepare again by themselves when an error has this routine.
test('a statement whose plan changed fails with the message and the routine of PostgreSQL', async () => {
    const errors = [];
    for (const url of [place.url, place.plainUrl]) {
        const client = await WireClient.connectUrl(url);
        const run = () => client.exchange([send.bind({ statement: 's', values: [] }), send.execute(), send.sync()]);
        await client.exchange([send.parse('select * from people', { name: 's' }), send.sync()]);
        await run();
        await client.query('alter table people add column extra int');
        const error = (await run()).find((message) => message.type === 'ErrorResponse');
        await client.query('alter table people drop column extra');
        await client.close();
        assert.ok(error?.type === 'ErrorResponse');
        errors.push([error.fields.C, error.fields.M, error.fields.R]);
    }
    assert.deepEqual(errors[0], errors[1]);
});
//# sourceMappingURL=pg.test.js.map