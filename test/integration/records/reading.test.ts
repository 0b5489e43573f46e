// Values are opened in the row that they were sealed for and nowhere else; what the proxy adds to see which row that is, no
// client ever sees (pitfalls B17, A48, A49).
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import * as send from '../../support/client-messages.ts'
import { sharedPostgres } from '../../support/postgres.ts'
import { type outcomeOf, WireClient } from '../../support/wire-client.ts'
import { type ProxiedDatabase, proxiedDatabase } from '../proxied-database.ts'

const tables = `
  create table users (id int primary key, name text, email text, phone text);
  create table orders (no bigint, line int, user_id int, email text, primary key (no, line));
  create table events (at timestamptz primary key, note text);
  create table loose (id int primary key, email text);
  create table parts (region text not null, id int not null, email text, primary key (region, id)) partition by list (region);
  create table parts_eu (email text, id int not null, region text not null);
  alter table parts attach partition parts_eu for values in ('eu');
  insert into users values (1, 'ada', 'ada@x.org', '+1'), (2, 'bob', 'bob@x.org', '+2'), (3, 'cyd', null, null);
  insert into orders values (7, 1, 1, 'ada@x.org'), (7, 2, 1, 'seven@x.org'), (8, 1, 2, 'eight@x.org');
  insert into events values ('2024-01-02 03:04:05+00', 'one'), ('2024-07-02 03:04:05.5+00', 'two');
  insert into loose values (1, 'l1'), (2, 'l2');
  insert into parts values ('eu', 1, 'p1'), ('eu', 2, 'p2')`

const map = `
keys: { default: { kms: local, keyFile: "{keyFile}", dataKeys: branch }, second: { kms: local, keyFile: "{keyFile}" } }
tables:
  public.users: { record: "users/{id}", columns: { email: { type: text }, phone: { type: text } } }
  public.orders: { record: "orders/{no}/{line}", columns: { email: { type: text, key: second } } }
  public.events: { record: "events/{at}", columns: { note: { type: text } } }
  public.loose: { record: { template: "loose/{id}", verify: when-known }, columns: { email: { type: text } } }
  public.parts: { record: "{region}/{id}", columns: { email: { type: text } } }
`

let database: ProxiedDatabase
let direct: pg.Client

before(async () => {
  database = await proxiedDatabase(await sharedPostgres(), { tables, map })
  direct = new pg.Client({ connectionString: database.directUrl })
  await direct.connect()
  const views =
    'create view user_names as select name, email from users; create view user_mail as select id, email from users'
  for (const connectionString of [database.url, database.plainUrl]) {
    const client = new pg.Client({ connectionString })
    await client.connect()
    await client.query(views)
    await client.end()
  }
  for (const table of ['users', 'orders', 'events']) await direct.query(`create table kept_${table} as table ${table}`)
  await direct.query('create table kept_parts as select region, id, email from parts')
})

after(async () => {
  await direct?.end()
  await database?.close()
})

async function both(run: (client: WireClient) => Promise<unknown>): Promise<void> {
  const seen: unknown[] = []
  for (const url of [database.url, database.plainUrl]) {
    const client = await WireClient.connectUrl(url)
    try {
      seen.push(await run(client))
    } finally {
      client.destroy()
    }
  }
  assert.deepEqual(seen[0], seen[1])
}

const served: readonly string[] = [
  'select * from users order by id',
  'select email from users order by id',
  'select phone, email from users order by name desc limit 2 offset 1',
  'select users.email e, email as id from users order by users.id',
  'select u.email, o.email from users u join orders o on o.user_id = u.id order by o.no, o.line',
  'select u.email, v.email from users u left join users v on v.id = u.id + 1 order by u.id',
  'select o.email from orders o full join users u on false order by o.no, o.line, u.id',
  'select email from (select email, name from users) s order by name',
  'select * from (select email, name from users) s join orders o (a, b, c, d) on true order by name, a, b',
  'select s.* from (select email, name from (select name, email from users) t) s, orders o order by s.name, no, line',
  'with c as (select email, name from users) select a.email, b.email from c a join c b on a.name <> b.name order by a.name, b.name',
  'with c (x) as materialized (select email from orders) select x from c where x is not null',
  'select email from user_mail order by id',
  'select l.e from users u, lateral (select u.email as e) l order by u.id',
  'select distinct on (user_id) user_id, email from orders order by user_id, no, line desc',
  'select u.email, count(*) from users u join orders o on o.user_id = u.id group by u.id order by u.id',
  'select coalesce(email, phone) from users order by id',
  `select coalesce(email, 'none') from users order by id`,
  'select case when id = 1 then email else phone end, row_number() over (order by id) from users order by id',
  'select email, id is distinct from 1 from users order by id',
  'select email /* from nowhere */ from users -- the end',
  'select note from events order by at',
  `set timezone = 'Asia/Tokyo'; set datestyle = 'SQL, DMY'; select at, note from events order by at`,
  'select email from parts order by id',
  'select email from parts_eu order by id',
  'select email from users where id = 1 for update',
  `insert into users (id, email) values (9, 'nine@x.org') returning email, phone`,
  `update users set phone = '+9' where id = 1 returning email, phone`,
  `update users set phone = '+0' returning phone, email`,
  'delete from users where id = 2 returning email',
  `update orders o set email = 'new@x.org' from users u where u.id = o.user_id and o.no = 7 and o.line = 1 returning o.email, u.email`,
  'with gone as (delete from users returning email) select email from gone',
  'table users',
  'select id, email from users union all select id + 10, phone from users order by id',
  'select email, 1 as n, name from users union all select note, 2, null from events order by n, name',
  'select e from (select email as e, id from users union all select email, no * 10 + line from orders) s order by id',
  '(select id, email from users union all select id, phone from users order by id limit 2) union all select 9, email from orders where no = 8',
  'select no, (select email from users u where u.id = orders.user_id) from orders order by no, line',
  'select email from users where id = 1 union all (select email from orders order by no, line limit 1) union all select null',
]

for (const sql of served) {
  test(`as on plain columns: ${sql}`, () =>
    both(async (client) => {
      await client.query('begin')
      return shown(await client.query(sql))
    }))
}

test('in binary, by statement and by portal, no more columns are described than the client has asked for', () =>
  both(async (client) => {
    const sql = 'select email, name from users where id < $1 order by name'
    const messages = await client.exchange([
      send.parse(sql, { name: 's' }),
      send.describeStatement('s'),
      ...[[], [0], [1], [1, 0], [0, 1]].flatMap((resultFormats) => [
        send.bind({ statement: 's', values: ['3'], resultFormats }),
        send.describePortal(),
        send.execute(),
      ]),
      send.sync(),
    ])
    return messages.map((message) =>
      message.type === 'RowDescription' ? message.fields.map(({ name, format }) => [name, format]) : lineOf(message),
    )
  }))

test('A48: a portal read in pieces', () =>
  both(async (client) => {
    const messages = await client.exchange([
      send.parse('select email from users order by id'),
      send.bind({}),
      send.execute('', 1),
      send.execute('', 1),
      send.execute('', 5),
      send.sync(),
    ])
    return messages.map(lineOf)
  }))

test('result formats of another number than the columns that the client has', () =>
  both(async (client) => {
    const messages = await client.exchange([
      send.parse('select email, name from users'),
      send.bind({ resultFormats: [1, 0, 1] }),
      send.execute(),
      send.sync(),
    ])
    const error = messages.find((message) => message.type === 'ErrorResponse')
    return error?.type === 'ErrorResponse' ? error.fields.C : undefined
  }))

const notTold: readonly string[] = [
  'select (select email from users where id = 1)',
  'select (select email from users u where u.id = o.user_id or u.id = 1 limit 1) from orders o',
  'select (select email from users u where u.id = o.no limit 1) from orders o',
  'select (select email from users u where u.id <= o.user_id limit 1) from orders o',
  'select email from user_names',
  'select email from user_names union all select email from users',
  'select array_agg(email order by id) from users',
  'select (select json_agg(s) from (select email from users) s)',
  'select distinct 1, null from orders union all select id, email from users',
  'select coalesce(u.email, v.email) from users u join users v on v.id <> u.id',
]

for (const sql of notTold) {
  test(`no row is told, so it is refused by name: ${sql}`, async () => {
    const client = await WireClient.connectUrl(database.url)
    try {
      const { error } = await client.query(sql)
      assert.equal(error?.C, '0A000')
      assert.match(`${error?.M} ${error?.D} ${error?.H}`, /cannot tell which row .*users\/\{id\}.*when-known/)
    } finally {
      client.destroy()
    }
  })
}

test('verify: when-known opens what no row is told of, and checks what one is told of', async () => {
  const client = await WireClient.connectUrl(database.url)
  const values = async (sql: string) => (await client.query(sql)).rows.flat().map((value) => value?.toString())
  assert.deepEqual(await values('select (select email from loose where id = 2)'), ['l2'])
  assert.deepEqual(await values('select email from loose union all select email from loose where id = 1'), [
    'l1',
    'l2',
    'l1',
  ])
  await swap('loose', 'email', 'id = 1', 'id = 2')
  assert.equal((await client.query('select email from loose where id = 1')).error?.C, 'XX001')
  assert.deepEqual(await values('select (select email from loose where id = 2)'), ['l1'], 'as the docs say of it')
  await swap('loose', 'email', 'id = 1', 'id = 2')
  client.destroy()
})

/** Exchanges the stored values of two rows, as one may who can write to the database. */
async function swap(table: string, column: string, one: string, other: string): Promise<void> {
  await direct.query(`update ${table} t set ${column} = s.${column} from ${table} s
    where (t.${one} and s.${other}) or (t.${other} and s.${one})`)
}

test('a value that was put into another row, column or table is never opened', async () => {
  const attacks: readonly (readonly [string, readonly string[]])[] = [
    [
      `update users set email = (select email from users where id = 2) where id = 1`,
      ['select email from users where id = 1', 'select * from users', 'select email from (select email from users) s'],
    ],
    [
      `update users set email = s.email from users s where s.id = 3 - users.id and users.id < 3`,
      ['select email from users', 'delete from users returning email', 'update users set name = name returning email'],
    ],
    [`update users set phone = email where id = 1`, ['select phone from users']],
    [
      `update users set email = s.email from users s where s.id = 3 - users.id and users.id < 3`,
      [
        'select email from users where id = 1 union all select email from users where id = 2',
        'select (select email from users u where u.id = o.user_id) from orders o',
        'select * from (select email, 1 from users union all select note, 2 from events) s',
        'with c as (select id, email from users union all select 9, null) select email from c where id = 2',
      ],
    ],
    [
      `update orders o set email = u.email from users u where u.id = o.user_id`,
      ['select email from users union all select email from orders'],
    ],
    [
      `update users set id = 30 where id = 3; update users set id = 3 where id = 1`,
      ['select email from users', 'select phone from users where id = 3'],
    ],
    [
      `update orders set email = (select email from orders where line = 2) where no = 7 and line = 1`,
      ['select email from orders', 'select u.id, o.email from users u join orders o on o.user_id = u.id'],
    ],
    [`update orders set email = u.phone from users u where u.id = 1`, ['select email from orders']],
    [
      `update parts set email = (select email from parts where id = 2) where id = 1`,
      ['select email from parts', 'select email from parts_eu'],
    ],
    [`update events set at = at + interval '1 microsecond'`, ['select note from events']],
  ]
  for (const [attack, reads] of attacks) {
    for (const read of reads) {
      const client = await WireClient.connectUrl(database.url)
      await direct.query('begin')
      await direct.query(attack)
      await direct.query('commit')
      const { error } = await client.query(read)
      client.destroy()
      await restore()
      assert.equal(error?.C, 'XX001', `${attack}: ${read}`)
    }
  }
  assert.match(database.log(), /record mismatch/)
})

/** The rows as they were sealed, kept in copies made before the first attack. */
async function restore(): Promise<void> {
  await direct.query(`truncate users, orders, events, parts; insert into users table kept_users; insert into orders table kept_orders;
    insert into events table kept_events; insert into parts select region, id, email from kept_parts`)
}

function lineOf(message: { readonly type: string }): unknown {
  return JSON.parse(JSON.stringify(message, (key, value) => (key === 'tableOid' ? 0 : value)))
}

function shown(outcome: ReturnType<typeof outcomeOf>) {
  const { rows, error } = outcome
  return {
    rows: rows.map((row) => row.map((value) => value?.toString('latin1') ?? null)),
    names: outcome.fields?.map(({ name }) => name),
    tags: outcome.tags,
    error: error?.C,
  }
}
