import pg from 'pg'
import { proxiedDatabase } from '../integration/proxied-database.ts'
import { sharedPostgres } from '../support/postgres.ts'
import type { Proof } from './run.ts'

const tables = 'create table users (id int primary key, email text, note text); create table texts (t text)'

const map = `
keys:
  default: { kms: local, keyFile: "{keyFile}", dataKeys: branch }
tables:
  public.users:
    columns:
      email: { type: text, search: [equality] }
`

/** Past the proxy: what PostgreSQL's own types refuse. */
const direct: readonly [string, string][] = [
  ['plaintext', "insert into users (id, email) values (9, 'plain')"],
  ['plaintext over a sealed value', "update users set email = 'plain' where id = 1"],
  ['record-shaped plaintext', `update users set email = '(1,plain,plain)' where id = 1`],
  ['record-shaped bytes', `update users set email = row('1'::json, 'plain'::bytea, 'plain'::bytea) where id = 1`],
  ['another version', `update users set email = row('2'::json, (email).c, (email).eq) where id = 1`],
  ['set email.c', "update users set email.c = 'plain' where id = 1"],
  ['set email.c on a NULL', "update users set email.c = 'plain' where id = 2"],
  ['set email.eq on a NULL', "update users set email.eq = '\\x00112233445566778899aabbccddeeff' where id = 2"],
  ['note = email', 'update users set note = email'],
  ['insert ... select email into text', 'insert into texts select email from users'],
  ['email::text', 'select email::text from users'],
  ["email || ''", "select email || '' from users"],
  ['email = email', 'select count(*) from users where email = email'],
  ['order by email', 'select id from users order by email'],
  ['distinct email', 'select distinct email from users'],
]

/** Through the proxy: what would make it an oracle, or let a client forge. */
const proxied: readonly [string, string][] = [
  ['schema pgseal', 'select * from pgseal.keys'],
  ['a pgseal type', 'select null::pgseal.text_eq'],
  ['(email).c', 'select (email).c from users'],
  ['(u.email).eq', 'select (u.email).eq from users u'],
  ['c(email)', 'select c(email) from users'],
  ['a cast to the type', `insert into users (id, email) values (9, '(1,x,x)'::pgseal.text_eq)`],
  ['ROW() into the column', `insert into users (id, email) values (9, row('1', 'x', 'x'))`],
  ['set email.c', "update users set email.c = 'x' where id = 1"],
  ['search_path = pgseal', 'set search_path = pgseal'],
]

export const prove: Proof = async (print) => {
  const database = await proxiedDatabase(await sharedPostgres(), { tables, map })
  const past = new pg.Client({ connectionString: database.directUrl })
  const through = new pg.Client({ connectionString: database.url })
  await Promise.all([past.connect(), through.connect()])
  try {
    await through.query("insert into users (id, email, note) values (1, 'canary@example.org', 'n'), (2, null, 'n')")
    const before = await stored(past)
    let accepted = 0
    for (const [side, client, list] of [
      ['past the proxy', past, direct],
      ['through the proxy', through, proxied],
    ] as const) {
      for (const [name, text] of list) {
        const refused = await refusal(client, text)
        print(`${side}: ${name}: ${refused ?? 'ACCEPTED'}`)
        if (refused === undefined) accepted += 1
      }
    }
    const same = (await stored(past)) === before
    print(
      `${direct.length + proxied.length} statements, ${accepted} accepted; the table is ${same ? 'as before' : 'CHANGED'}`,
    )
    const { rows } = await through.query('select email from users order by id')
    return accepted === 0 && same && JSON.stringify(rows) === '[{"email":"canary@example.org"},{"email":null}]'
  } finally {
    await Promise.all([past.end(), through.end()])
    await database.close()
  }
}

async function refusal(client: pg.Client, text: string): Promise<string | undefined> {
  try {
    await client.query(text)
    return undefined
  } catch (error) {
    return (error as pg.DatabaseError).code
  }
}

async function stored(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    'select id, (email).c::bytea as c, (email).eq::bytea as eq, note from users order by id',
  )
  return JSON.stringify(rows)
}
