import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as send from '../../support/client-messages.ts'
import { outcomeOf, WireClient } from '../../support/wire-client.ts'
import { type AttackPlace, attackPlace, canary } from './place.ts'

let place: AttackPlace

before(async () => {
  place = await attackPlace([
    `insert into users (id, name, email, phone, code, born, amount, data, seen) values
      (1, 'Ada', '${canary}-ada', '+44', 'ab', '2001-02-03', 1.50, '\\x0102', '2020-01-01 00:00Z'),
      (2, 'Bob', '${canary}-bob', null, 'ab ', 'infinity', 1.5, null, '2020-01-01 01:00+01'),
      (3, 'Cyd', null, '', 'abcde', null, null, '', null)`,
    `insert into orders (id, user_id, email, memo) values (10, 1, '${canary}-ada', '${canary}'), (11, 2, null, '')`,
    `insert into other.users values (1, '${canary}-other')`,
    'create view user_mail as select id, email, name from users',
  ])
})

after(() => place.close())

// A statement, and what it must be: the same as on plain columns, or refused with this SQLSTATE.
const statements: readonly (readonly [string, 'same' | string])[] = [
  [`select * from users order by id`, 'same'],
  [`select id from users where email not in ('${canary}-ada', null)`, 'same'],
  [`select id from users where not (email = any('{${canary}-ada,NULL}'))`, 'same'],
  [`select id from users where email <> all('{}') order by id`, 'same'],
  [`select id from users where email is distinct from null order by id`, 'same'],
  [`select id, email = '${canary}-ada', email is null from users order by id`, 'same'],
  [`select u.id, o.email from users u full join orders o on u.email = o.email order by 1`, 'same'],
  [
    `select coalesce(o.email, '${canary}-none') from users u left join orders o on u.id = o.user_id order by u.id`,
    'same',
  ],
  // The constant takes the column's type, not its length or scale.
  [`select coalesce(amount, '12345678901234.567') from users order by id`, 'same'],
  [`select case when id = 1 then code else '${canary}' end from users order by id`, 'same'],
  [`select case when id = 1 then code else 'q' end from users order by id`, 'same'],
  [`select code from users where id = 1 union all select '${canary}-long'`, 'same'],
  [`select id from users where code = 'ab      ' order by id`, 'same'],
  [`insert into users (id, code) values (50, 'abcde   ') returning code`, 'same'],
  [`insert into users (id, phone) values (50, '${canary}-and-much-longer') returning phone`, 'same'],
  [`insert into users (id, email) values (50, E'${canary}-\\x41'), (51, U&'${canary}-\\0042') returning email`, 'same'],
  [`insert into users (id, email) values (50, $q$${canary}$q$) returning *`, 'same'],
  [
    `insert into users (id, email) values (1, '${canary}') on conflict (id) do update set email = excluded.email returning email`,
    'same',
  ],
  [`insert into users (id, email) values (9, '${canary}-ada') on conflict (email) do nothing`, 'same'],
  [`insert into users values (50, 'n', '${canary}'); select email from users where id = 50`, 'same'],
  [`with x(a) as (insert into users (id, email) values (50, '${canary}') returning email) select a from x`, 'same'],
  [`update users set (name, email) = ('x', '${canary}-2') where id = 1 returning email`, 'same'],
  [`set search_path = other; select * from users; insert into users values (7, '${canary}') returning email`, 'same'],
  [`set datestyle = 'SQL, DMY'; insert into users (id, born) values (50, '01/02/2003') returning born`, 'same'],
  [
    `set local timezone = 'Asia/Tokyo'; savepoint a; set local timezone = 'UTC'; rollback to a; select seen from users order by id`,
    'same',
  ],
  [`select set_config('timezone', 'Asia/Tokyo', true), seen from users`, '0A000'],
  [`insert into users (id, email) values (50, md5('${canary}'))`, 'same'],
  [`insert into users (id, email) select 50, '${canary}' returning email`, 'same'],
  [`insert into users (id, email) values (50, (select '${canary}'))`, '0A000'],
  [
    `insert into users (id, email) values (1, '${canary}'), (2, '${canary}') on conflict (id) do update set email = '${canary}'`,
    '0A000',
  ],
  [`update users set email = '${canary}'`, '23505'],
  [`update users set name = 'anyone' returning id, name`, 'same'],
  [`update users set email.c = '${canary}' where id = 1`, '42501'],
  [`update users set name = email where id = 1`, '0A000'],
  [`update notes set body = (select email from users where id = 1)`, '0A000'],
  [
    `merge into users using (values (1, '${canary}')) v(i, e) on users.id = v.i when matched then update set email = v.e`,
    'same',
  ],
  [`select email from users where email like '${canary}%'`, '0A000'],
  [`select u from users u`, '0A000'],
  [`select row_to_json(u, true) from users u`, '0A000'],
  [`select concat(email) from users order by id`, 'same'],
  [`select (email).c from users`, '42501'],
  [`select c(email) from users`, '42501'],
  [`select '(1,x,${canary},,,,,,,,,,,)'::users`, '0A000'],
  [`select * from json_populate_record(null::users, '{"email": "${canary}"}')`, '0A000'],
  [`select null::pgseal.text_eq`, '42501'],
  [`create table t as select email from users`, '0A000'],
  [`create index on users (name) where email = '${canary}'`, '0A000'],
  [`alter table users alter column email set default '${canary}'`, '0A000'],
  [`alter table users add check (email <> '${canary}')`, '0A000'],
  [`create policy p on users using (email = '${canary}')`, '0A000'],
  [`do $$ begin insert into users (id, email) values (90, '${canary}'); end $$`, '0A000'],
  [
    `prepare p1 as insert into users (id, email) values (90, '${canary}'); execute p1; select email from users where id = 90`,
    'same',
  ],
  [`declare c1 cursor for select email from users where email <> '${canary}' order by id; fetch 2 from c1`, 'same'],
  [`prepare p2 (text) as select email from users where email = $1; execute p2('${canary}')`, 'same'],
  [`declare c2 cursor with hold for select coalesce(email, '${canary}') from users`, '0A000'],
  [`copy users (id, email) from stdin where email = '${canary}'`, '0A000'],
  // What a function opens behind the analysis is never opened, nor passed on.
  [
    `create function f5() returns refcursor language plpgsql as $$ declare c refcursor := 'cc'; begin open c for execute 'select email from us' || 'ers'; return c; end $$; select f5(); fetch all from cc`,
    '0A000',
  ],
]

for (const [sql, expected] of statements) {
  test(`${expected === 'same' ? 'as on plain columns' : `refused with ${expected}`}: ${sql.replace(/\s+/g, ' ').slice(0, 110)}`, async () => {
    const [sealed, plain] = [await place.wire(), await WireClient.connectUrl(place.plainUrl)]
    try {
      for (const client of [sealed, plain]) await client.query('begin')
      const given = await sealed.query(sql)
      if (expected === 'same') assert.deepEqual(shown(given), shown(await plain.query(sql)))
      else {
        assert.equal(given.error?.C, expected)
        assert.equal(JSON.stringify(given.error).includes(canary), false)
      }
    } finally {
      for (const client of [sealed, plain]) client.destroy()
    }
  })
}

/** What a client sees, without the numbers that differ between two databases. */
function shown(outcome: ReturnType<typeof outcomeOf>) {
  return {
    tags: outcome.tags,
    error: outcome.error?.C,
    status: outcome.status,
    rows: outcome.rows.map((row) => row.map((value) => (value === null ? null : value.toString()))),
    fields: outcome.fields?.map(({ name, typeOid, format }) => ({ name, typeOid, format })),
  }
}

const sealedBytes = '\\x0101'

// Pipelines whose later parts are read before the server has said what became of the earlier ones.
const pipelines: Readonly<Record<string, { messages: readonly Buffer[]; readies: number }>> = {
  'a name is parsed again and refused (A43)': {
    messages: [
      ...[send.parse('select email from users', { name: 'a' }), send.sync()],
      ...[send.parse('select 1', { name: 'a' }), send.sync()],
      ...[send.bind({ statement: 'a' }), send.execute(), send.sync()],
    ],
    readies: 3,
  },
  'a name with a value is parsed again and refused (A43)': {
    messages: [
      ...[send.parse('insert into users (id, email) values (60, $1)', { name: 'a' }), send.sync()],
      ...[send.parse('insert into notes (id, body) values (60, $1)', { name: 'a' }), send.sync()],
      ...[send.bind({ statement: 'a', values: [canary] }), send.execute(), send.sync()],
    ],
    readies: 3,
  },
  'a Close is skipped (A53)': {
    messages: [
      ...[send.parse('insert into users (id, email) values (61, $1)', { name: 'a' }), send.sync()],
      ...[send.parse('select no_such_column'), send.closeStatement('a'), send.sync()],
      ...[send.bind({ statement: 'a', values: [canary] }), send.execute(), send.sync()],
    ],
    readies: 3,
  },
  'a DEALLOCATE fails in a failed block (C63)': {
    messages: [
      ...[send.parse('insert into users (id, email) values (62, $1)', { name: 'a' }), send.sync()],
      ...[send.query('begin'), send.query('select no_such_column'), send.query('deallocate a'), send.query('rollback')],
      ...[send.bind({ statement: 'a', values: [canary] }), send.execute(), send.sync()],
    ],
    readies: 6,
  },
  'the unnamed statement is parsed anew, which the server skips (A42)': {
    messages: [
      ...[send.parse('select email from users'), send.sync()],
      ...[send.parse('select no_such_column', { name: 'b' }), send.parse('select 1'), send.sync()],
      ...[send.bind(), send.execute(), send.sync()],
    ],
    readies: 3,
  },
  'a Bind to a portal that is there fails, and the block goes on (A47)': {
    messages: [
      ...[
        send.query('begin'),
        send.parse('select email from users', { name: 'a' }),
        send.parse('select 1', { name: 'b' }),
      ],
      ...[send.bind({ statement: 'a', portal: 'p' }), send.sync(), send.query('savepoint s')],
      ...[send.bind({ statement: 'b', portal: 'p' }), send.sync(), send.query('rollback to s')],
      ...[send.execute('p'), send.sync(), send.query('rollback')],
    ],
    readies: 7,
  },
}

for (const [name, { messages, readies }] of Object.entries(pipelines)) {
  test(`pipelined: ${name}`, async () => {
    const [sealed, plain] = [await place.wire(), await WireClient.connectUrl(place.plainUrl)]
    const [given, wanted] = [await sealed.exchange(messages, readies), await plain.exchange(messages, readies)]
    for (const client of [sealed, plain]) await client.close()
    const kinds = (all: typeof given) =>
      all
        .filter(({ type }) => type !== 'ParameterStatus')
        .map((message) => (message.type === 'ErrorResponse' ? message.fields.C : message.type))
    assert.deepEqual(kinds(given), kinds(wanted))
    assert.deepEqual(shown(outcomeOf(given)), shown(outcomeOf(wanted)))
    assert.equal(JSON.stringify(shown(outcomeOf(given))).includes(sealedBytes), false)
  })
}

test('a parameter that is looked at for NULL and compared with a sealed column goes as a term alone (B12)', async () => {
  const client = await place.wire()
  for (const sql of ['$1::text is null or email = $1', 'email = $1 or $1 is null', '$1 is not null and email = $1']) {
    const found = await client.extended(`select id from users where ${sql}`, { values: [`${canary}-ada`] })
    assert.deepEqual(found.rows.map(String), ['1'])
  }
  await client.close()
})

test('the server s log has no value of a sealed column, and it has what a client says of a plain one', async () => {
  const client = await place.wire()
  await client.query(`select 'planted'`)
  await client.close()
  const log = place.log()
  assert.equal(log.includes('planted'), true)
  assert.equal(log.includes(canary), false)
  assert.equal(log.includes(Buffer.from(canary).toString('hex')), false)
  assert.equal(place.proxyLog().includes(canary), false)
})
