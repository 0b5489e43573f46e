import assert from 'node:assert/strict'
import { createSecretKey } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import type { MappedColumn } from '../../src/catalog/catalog.ts'
import { orderTerm } from '../../src/connection/order-terms.ts'
import { PgsealError } from '../../src/errors.ts'
import { ordTerm } from '../../src/seal/ord-term.ts'
import { codecs } from '../../src/types/codecs.ts'
import { type LogicalType, type LogicalTypeName, typeNumbers } from '../../src/types/logical-type.ts'
import { orderForm } from '../../src/types/order-form.ts'
import { orderOperand } from '../../src/types/order-operands.ts'
import { defaultValueSettings, type ValueSettings } from '../../src/types/value-settings.ts'
import { sharedPostgres } from '../support/postgres.ts'
import { applySettings, functions, typeSql } from './server-values.ts'

// The order of terms against the server's (pitfalls B20, C35, C40): of a column's own values, and of operands of every other
// type, finer than the column or beyond it.

const settings: ValueSettings = { ...defaultValueSettings, timeZone: 'America/New_York' }
const key = createSecretKey(Buffer.alloc(32, 9))
const names = Object.keys(typeNumbers) as LogicalTypeName[]

const numbers = ['0', '1', '-1', '1.5', '2.5', '-2.5', '0.1', '-0.5', '127', '32767', '32768', '-32768', '-32769']
const wide = [
  '32767.5',
  '2147483647',
  '2147483648',
  '-2147483649',
  '9223372036854775807',
  '9223372036854775808',
  '99.995',
]
const floats = ['NaN', 'Infinity', '-Infinity', '-0', '1e30', '-1e30', '1e-40', '16777217', '0.10000000149011612']
const days = ['2020-01-02', '1999-12-31', '2000-01-01', 'infinity', '-infinity', '4713-01-01 BC', '0044-03-15 BC']
const times = [
  '2020-01-02 00:00:00.000001',
  '1999-12-31 23:59:59.999999',
  '294276-12-31 23:59:59',
  '2020-03-08 02:30:00',
]
const texts = [
  '',
  'a',
  'a ',
  ' a',
  'A',
  'ab',
  'ab  ',
  'abc',
  'é',
  '☃',
  '𝄞',
  '\ufffd',
  'Z',
  'z',
  'a\tb',
  'zz zz',
  'ü',
  '1',
  '10',
  '2',
]

const values: Readonly<Record<LogicalTypeName, readonly string[]>> = {
  bool: ['t', 'f'],
  bytea: ['\\x00'],
  inet: ['10.0.0.1'],
  cidr: ['10.0.0.0/8'],
  json: ['1'],
  jsonb: ['1'],
  int2: ['0', '1', '-1', '127', '32767', '-32768'],
  int4: ['0', '1', '-1', '32767', '32768', '-32769', '16777217', '2147483647', '-2147483648'],
  int8: [
    '0',
    '1',
    '-1',
    '32768',
    '-32769',
    '2147483648',
    '9007199254740993',
    '9223372036854775807',
    '-9223372036854775808',
  ],
  float4: [...numbers, ...floats, '3.4028235e38', '1e-45', '-1e-45'],
  float8: [...numbers, ...wide, ...floats, '1e300', '-1e300', '1e-300', '-1e-300', '3.4028235677973366e38'],
  numeric: [
    ...numbers,
    ...wide,
    'NaN',
    'Infinity',
    '-Infinity',
    '1.50',
    '1.005',
    '99999999.99',
    '-99999999.99',
    '1e20',
    '-1e20',
    '1e-20',
    '0.00123',
    '12345',
  ],
  text: [...texts, `${'x'.repeat(300)}`],
  varchar: texts,
  bpchar: texts,
  uuid: [
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '7fffffff-ffff-ffff-ffff-ffffffffffff',
    '80000000-0000-0000-0000-000000000000',
    '80000000-0000-0000-0000-000000000001',
  ],
  date: [...days, '5874897-12-31', '294277-01-01'],
  timestamp: [...days, ...times],
  timestamptz: [
    'infinity',
    '-infinity',
    '2020-01-02 05:00:00+00',
    '2020-01-02 05:00:00.000001+00',
    '1999-12-31 23:59:59+00',
    '294276-12-31 23:59:59+00',
    '4713-01-01 00:00:00+00 BC',
    '2020-03-08 07:30:00+00',
  ],
  time: ['00:00:00', '12:34:56.789', '24:00:00', '23:59:59.999999', '10:00:00'],
  interval: ['0', '10:00:00', '24:00:00', '1 day', '25:00:00', '-1 second', '1 month', '12:34:56.789'],
}

const numericOf = (precision: number, scale: number): LogicalType => {
  return { name: 'numeric', typmod: ((precision << 16) | (scale & 0x7ff)) + 4 }
}
const columns: readonly LogicalType[] = [
  ...(
    ['bool', 'int2', 'int4', 'int8', 'float4', 'float8', 'uuid', 'date', 'time', 'timestamp', 'timestamptz'] as const
  ).map((name) => ({ name, typmod: -1 })),
  numericOf(10, 2),
  numericOf(5, -2),
  numericOf(3, 5),
  numericOf(40, 0),
  { name: 'varchar', typmod: 14 },
  { name: 'bpchar', typmod: 9 },
]

let client: pg.Client

before(async () => {
  const server = await sharedPostgres()
  client = new pg.Client({ connectionString: (await server.createDatabase('type_order')).url })
  await client.connect()
  await applySettings(client, settings)
})
after(() => client.end())

/** Texts as the server holds them in the type; what it refuses is left out. */
async function stored(type: LogicalType, inputs: readonly string[]): Promise<Buffer[]> {
  const result: Buffer[] = []
  for (const input of inputs) {
    try {
      const { rows } = await client.query(`select ${functions[type.name][2]}($1::text::${typeSql(type)}) as v`, [input])
      result.push(rows[0].v)
    } catch (error) {
      if (!/^22/.test((error as { code?: string }).code ?? '')) throw error
    }
  }
  return result
}

/** The text that the server reads back as the stored form. */
function literal(type: LogicalType, form: Buffer): string {
  return codecs[type.name].toText(form, settings).toString('utf8')
}

/** For each column value a line of `<`, `=`, `>`, one for each operand: how the server compares them. */
async function serverSigns(
  column: LogicalType,
  lefts: readonly Buffer[],
  from: LogicalType,
  rights: readonly Buffer[],
) {
  const collation = column.name === 'varchar' || column.name === 'bpchar' ? ' collate "C"' : ''
  await client.query('drop table if exists l, r')
  await client.query(
    `create temp table l (n int, v ${typeSql(column)}${collation}); create temp table r (n int, v ${typeSql(from)})`,
  )
  await client.query(`insert into l select n, t::${typeSql(column)} from unnest($1::text[]) with ordinality u(t, n)`, [
    lefts.map((form) => literal(column, form)),
  ])
  await client.query(`insert into r select n, t::${typeSql(from)} from unnest($1::text[]) with ordinality u(t, n)`, [
    rights.map((form) => literal(from, form)),
  ])
  const { rows } = await client.query(
    `select string_agg(case when l.v < r.v then '<' when l.v = r.v then '=' when l.v > r.v then '>' else '?' end
       || case when (l.v <= r.v) <> (l.v < r.v or l.v = r.v) or (l.v >= r.v) = (l.v < r.v) then '!' else '' end, '' order by r.n) as signs
     from l, r group by l.n order by l.n`,
  )
  return rows.map(({ signs }) => signs as string)
}

function ourSigns(
  column: LogicalType,
  lefts: readonly Buffer[],
  from: LogicalType,
  rights: readonly Buffer[],
): string[] {
  const form = orderForm(column)!
  const operand = orderOperand(from.name, column)!
  const target = { logical: column, column: { label: 'c' } } as MappedColumn
  const terms = rights.map((right) => orderTerm(operand(right, settings), target, key))
  return lefts.map((left) => {
    const own = ordTerm(key, form.of(left))
    return terms.map((term) => '<=>'[Buffer.compare(own, term) + 1]).join('')
  })
}

/** Messages of the server for a pair of types that cannot be compared. */
const noOperator = new Set(['42883'])

test('operands of every type stand in the order of the column where the server has them', async () => {
  const refused: string[] = []
  for (const column of columns) {
    const lefts = await stored(column, values[column.name])
    assert.ok(lefts.length > 1)
    for (const name of names) {
      const from: LogicalType = { name, typmod: -1 }
      const rights = (await stored(from, values[name])).filter((right) => {
        // Beyond the double that the server would make of it: an error there and here.
        if (column.name !== 'float8' && column.name !== 'float4') return true
        try {
          orderOperand(name, column)?.(right, settings)
          return true
        } catch (error) {
          assert.ok(error instanceof PgsealError && error.sqlstate === '22003')
          return false
        }
      })
      const isServed = orderOperand(name, column) !== undefined
      let server: string[]
      try {
        server = await serverSigns(column, lefts, from, isServed ? rights : rights.slice(0, 1))
      } catch (error) {
        if (!noOperator.has((error as { code?: string }).code ?? '')) throw error
        assert.equal(isServed, false, `${typeSql(column)} < ${name} has no operator`)
        continue
      }
      if (!isServed) refused.push(`${column.name} < ${name}`)
      else {
        const ours = ourSigns(column, lefts, from, rights)
        lefts.forEach((left, at) => {
          assert.equal(
            ours[at],
            server[at],
            `${typeSql(column)} ${literal(column, left)} beside ${rights.map((right) => literal(from, right)).join(' | ')} of ${name}`,
          )
        })
      }
    }
  }
  assert.deepEqual([...new Set(refused)].sort(), [
    ...['date < timestamptz', 'int8 < float4', 'int8 < float8', 'numeric < float4', 'numeric < float8'],
    ...['timestamp < timestamptz', 'varchar < bpchar'],
  ])
})

const integer = (bits: number) =>
  fc.bigInt({ min: -(2n ** BigInt(bits - 1)), max: 2n ** BigInt(bits - 1) - 1n }).map(String)
const arbitraries: Readonly<Partial<Record<LogicalTypeName, fc.Arbitrary<string>>>> = {
  int2: integer(16),
  int4: integer(32),
  int8: integer(64),
  float4: fc.float({ noNaN: false }).map(String),
  float8: fc.double({ noNaN: false }).map(String),
  numeric: fc.tuple(integer(20), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
  uuid: fc.uuid(),
  varchar: fc.string({ unit: 'binary', maxLength: 10 }).map((text) => text.replaceAll('\0', '')),
  bpchar: fc.string({ unit: 'binary', maxLength: 5 }).map((text) => text.replaceAll('\0', '')),
  date: fc
    .date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  time: fc.nat(86_399_999).map((ms) => new Date(ms).toISOString().slice(11, 23)),
  timestamp: fc
    .date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 23)),
  timestamptz: fc
    .date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
}

test('any values of a column are in the order of their terms', async () => {
  for (const column of columns) {
    const arbitrary = arbitraries[column.name]
    if (arbitrary === undefined) continue
    await fc.assert(
      fc.asyncProperty(fc.array(arbitrary, { minLength: 10, maxLength: 20 }), async (texts) => {
        const forms = await stored(column, texts)
        assert.deepEqual(ourSigns(column, forms, column, forms), await serverSigns(column, forms, column, forms))
      }),
      { numRuns: 3 },
    )
  }
})
