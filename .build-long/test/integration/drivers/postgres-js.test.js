import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import postgres from 'postgres';
import { startPeople } from './people.js';
import { refusedSteps, servedSteps } from './twin-steps.js';
let place;
before(async () => {
    place = await startPeople();
});
after(() => place.close());
const uuid = (digit) => `00000000-0000-0000-0000-00000000000${digit}`;
const person = (sql, n) => ({
    name: `n${n}`,
    email: `e${n}@x.org`,
    phone: `+49 ${n}`,
    age: 20 + n,
    token: uuid(n),
    born: `1990-01-0${n + 1}`,
    seen: new Date(Date.UTC(2024, 4, 6, 7, 8, 9, 120 + n)),
    balance: `1${n}.50`,
    prefs: sql.json({ n, list: [1, null, 'é'] }),
    photo: Buffer.from([0, n, 255]),
});
const steps = [
    ['reset', (sql) => sql `truncate orders, people, tags restart identity`],
    [
        'insert helper',
        async (sql) => [
            await sql `insert into people ${sql([0, 1, 2].map((n) => person(sql, n)))} returning id, email, seen`,
        ],
    ],
    [
        'select',
        (sql) => sql `select id, name, email, phone, age, token, born, seen, balance, prefs, photo from people order by id`,
    ],
    ['columns helper', (sql) => sql `select ${sql(['id', 'email', 'age'])} from people where email = ${'e1@x.org'}`],
    [
        'update helper',
        (sql) => sql `update people set ${sql({ email: 'new@x', age: 30, phone: null })} where id = ${1} returning email, age, phone`,
    ],
    ['in helper', (sql) => sql `select id from people where email in ${sql(['e1@x.org', 'e2@x.org', 'z'])} order by id`],
    ['in helper of numbers', (sql) => sql `select id from people where age in ${sql([21, 22])} order by id`],
    ['any', (sql) => sql `select id from people where email = any(${['e1@x.org', 'new@x']}) order by id`],
    ['any of numbers', (sql) => sql `select id from people where age = any(${[21, 22]}::int[]) order by id`],
    ['any of uuids', (sql) => sql `select id from people where token = any(${[uuid(1), uuid(2)]}::uuid[]) order by id`],
    [
        'equality',
        async (sql) => [
            await sql `select id from people where phone = ${'+49 1'}`,
            await sql `select id from people where token = ${uuid(2)}`,
            await sql `select id from people where born = ${'1990-01-02'}`,
            await sql `select id from people where seen = ${new Date(Date.UTC(2024, 4, 6, 7, 8, 9, 121))}`,
            await sql `select id from people where balance = ${'11.5'} and age = ${21}`,
            await sql `select id from people where age = ${null}`,
        ],
    ],
    [
        'optional filters',
        async (sql) => [
            await sql `select id from people where (${null}::text is null or email = ${null}) order by id`,
            await sql `select id from people where ${true} ${sql `and email = ${'e2@x.org'}`} ${sql ``}`,
        ],
    ],
    [
        'upsert',
        (sql) => sql `insert into people ${sql({ name: 'u', email: 'e1@x.org', phone: '7' })} on conflict (email) do update set phone = excluded.phone returning id, phone`,
    ],
    ['duplicate', (sql) => sql `insert into people ${sql({ name: 'u', email: 'e1@x.org' })}`],
    ['paging', (sql) => sql `select id, email from people order by id limit ${2} offset ${1}`],
    [
        'join',
        async (sql) => {
            await sql `insert into orders ${sql({ person_id: 2, contact: 'e1@x.org', note: 'secret', total: '1.5' })}`;
            return sql `select p.email, o.note from people p join orders o on o.contact = p.email`;
        },
    ],
    [
        'transaction',
        (sql) => sql.begin(async (tx) => {
            await tx `insert into people ${tx({ name: 't', email: 't@x' })}`;
            const code = await tx
                .savepoint((inner) => inner `insert into people ${inner({ name: 't', email: 't@x' })}`)
                .catch((error) => error.code);
            return [code, await tx `select email from people where name = ${'t'}`];
        }),
    ],
    [
        'rolled back',
        (sql) => sql.begin(async (tx) => {
            await tx `update people set email = ${'lost@x'} where id = ${2}`;
            await tx `insert into people ${tx({ name: 't', email: 't@x' })}`;
        }),
    ],
    [
        'pipeline in a transaction',
        (sql) => sql.begin((tx) => [
            tx `select email from people where id = ${2}`,
            tx `update people set phone = ${'9'} where email = ${'t@x'}`,
            tx `select phone from people where email = ${'t@x'}`,
        ]),
    ],
    [
        'concurrent',
        (sql) => Promise.all([1, 2, 3, 1, 2, 3].map((id) => sql `select email, balance from people where id = ${id}`)),
    ],
    [
        'simple',
        (sql) => sql `select email from people where name = 't'; select count(*) from people where email = 't@x'`.simple(),
    ],
    ['unsafe', (sql) => sql.unsafe('select email from people where email = $1', ['t@x'])],
    ['values', (sql) => sql `select id, email from people order by id`.values()],
    ['raw', (sql) => sql `select email, age, photo from people order by id`.raw()],
    [
        'after DDL',
        async (sql) => {
            const read = () => sql `select id, email from people where email = ${'t@x'}`;
            const before = await read();
            await sql `alter table people add column extra int`;
            const after = await read();
            await sql `alter table people drop column extra`;
            return [before, after];
        },
    ],
    [
        'reserved',
        async (sql) => {
            const own = await sql.reserve();
            try {
                return await own `select email from people where id = ${2}`;
            }
            finally {
                own.release();
            }
        },
    ],
    ['delete', (sql) => sql `delete from people where email in ${sql(['t@x', 'z'])} returning id, email`],
];
for (const prepare of [true, false]) {
    test(`postgres.js with prepare: ${prepare}`, async () => {
        const options = { prepare, max: 2, onnotice: () => undefined, connect_timeout: 10 };
        const [sealed, plain] = [postgres(place.url, options), postgres(place.plainUrl, options)];
        try {
            const comparable = steps.map(([name, run]) => [name, async (sql) => JSON.stringify(await run(sql))]);
            await servedSteps(sealed, plain, comparable);
            await refusedSteps(sealed, [
                ['"public.people.email" in ILIKE', (sql) => sql `select id from people where email ilike ${'e%'}`],
                ['"public.people.age" in operator >', (sql) => sql `select id from people where age > ${5}`],
            ]);
            let seen = 0;
            await sealed `select id, email from people`.cursor(2, (rows) => {
                seen += rows.length;
            });
            assert.equal(seen, 3);
        }
        finally {
            await Promise.all([sealed.end(), plain.end()]);
        }
    });
}
//# sourceMappingURL=postgres-js.test.js.map