import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { labelTag } from '../../src/seal/label-tag.ts'
import type { LogicalTypeName } from '../../src/types/logical-type.ts'
import { runAs } from '../support/owned-database.ts'
import { mapTable } from '../support/sealed-schema.ts'
import { type ApplyPlace, applyPlace } from './apply-place.ts'

let place: ApplyPlace

before(async () => {
  place = await applyPlace('apply_types')
})

after(() => place.close())

type Case = {
  readonly sql: string
  readonly typmod?: number
  readonly send: string
  readonly values: readonly string[]
}

// Each type with values at its edges; the stored form is PostgreSQL's own send.
const cases: Readonly<Record<LogicalTypeName, Case>> = {
  bool: { sql: 'bool', send: 'boolsend', values: ['true', 'false'] },
  bytea: { sql: 'bytea', send: 'byteasend', values: ["'\\x00ff'", "''"] },
  int8: { sql: 'int8', send: 'int8send', values: ['-9223372036854775808', '9223372036854775807'] },
  int2: { sql: 'int2', send: 'int2send', values: ['-32768', '0'] },
  int4: { sql: 'int4', send: 'int4send', values: ['2147483647', '-1'] },
  text: { sql: 'text', send: 'textsend', values: ["''", "'ünï ''quoted'' \\'", "repeat('x', 100000)"] },
  json: { sql: 'json', send: 'json_send', values: [`'{"b": 1,  "a":null}'`] },
  float4: { sql: 'float4', send: 'float4send', values: ["'-0'", "'NaN'", '1.5e-20'] },
  float8: { sql: 'float8', send: 'float8send', values: ["'-0'", "'Infinity'", '0.1'] },
  bpchar: { sql: 'char(6)', typmod: 10, send: 'bpcharsend', values: ["'ab '", "'abcdef'"] },
  varchar: { sql: 'varchar(6)', typmod: 10, send: 'varcharsend', values: ["'ab '", "''"] },
  date: { sql: 'date', send: 'date_send', values: ["'4713-01-01 BC'", "'infinity'", "'2024-02-29'"] },
  time: { sql: 'time', send: 'time_send', values: ["'24:00'", "'00:00:00.000001'"] },
  timestamp: { sql: 'timestamp', send: 'timestamp_send', values: ["'-infinity'", "'2024-02-29 12:00:00.5'"] },
  timestamptz: { sql: 'timestamptz', send: 'timestamptz_send', values: ["'2024-02-29 12:00+05:30'"] },
  interval: { sql: 'interval', send: 'interval_send', values: ["'1 mon'", "'30 days'", "'-1 day 24:00'"] },
  numeric: { sql: 'numeric(12,3)', typmod: (12 << 16) + 3 + 4, send: 'numeric_send', values: ['1.500', "'NaN'", '0'] },
  uuid: { sql: 'uuid', send: 'uuid_send', values: ["'00000000-0000-0000-0000-0000000000ff'"] },
  inet: { sql: 'inet', send: 'inet_send', values: ["'10.1.2.3/8'", "'::ffff:1.2.3.4'", "'10.0.0.1'"] },
  cidr: { sql: 'cidr', send: 'cidr_send', values: ["'10.0.0.0/8'", "'2001:db8::/32'"] },
  jsonb: { sql: 'jsonb', send: 'jsonb_send', values: [`'{"b": 1.0, "a": [null, "x"]}'`] },
}

test('every type is sealed as PostgreSQL sends it, beside NULLs, in one rewrite', async () => {
  const names = Object.keys(cases) as LogicalTypeName[]
  const mapped = mapTable(
    'kinds',
    Object.fromEntries(
      names.map((name) => [
        `c_${name}`,
        { type: name, typmod: cases[name].typmod ?? -1, search: name === 'json' ? [] : (['equality'] as const) },
      ]),
    ),
  )
  const kinds = {
    ...mapped,
    columns: mapped.columns.map((column) => ({ ...column, labelTag: labelTag(column.label) })),
  }
  await runAs(place.ownerUrl, [
    `create table kinds (id int primary key, ${names.map((name) => `c_${name} ${cases[name].sql}`).join(', ')})`,
    ...[0, 1, 2, 3].map(
      (id) => `insert into kinds values (${id}, ${names.map((name) => cases[name].values[id] ?? 'null').join(', ')})`,
    ),
  ])
  const expected = await runAs(place.ownerUrl, [
    `select id, ${names.map((name) => `encode(${cases[name].send}(c_${name}), 'hex') as c_${name}`).join(', ')} from kinds order by id`,
  ])
  const report = await place.apply([kinds])
  assert.equal(report.complete, true, JSON.stringify(report.columns))
  for (const name of names) {
    const opened = await place.open(kinds, `c_${name}`, 'id')
    for (const row of expected) assert.equal(opened[String(row.id)], row[`c_${name}`], `${name} of row ${row.id}`)
  }
})
