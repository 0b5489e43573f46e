import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import { PgsealError } from '../../src/errors.ts'
import { codecs } from '../../src/types/codecs.ts'
import type { LogicalType, LogicalTypeName } from '../../src/types/logical-type.ts'
import { defaultValueSettings } from '../../src/types/value-settings.ts'
import { sharedPostgres } from '../support/postgres.ts'
import { samples, type } from './datetime-values.ts'
import { functions, typeSql } from './server-values.ts'

let client: pg.Client

before(async () => {
  client = new pg.Client({ connectionString: (await sharedPostgres()).url })
  await client.connect()
})
after(() => client.end())

const numericType = (precision: number, scale: number): LogicalType => type('numeric', ((precision << 16) | scale) + 4)

const texts: Readonly<Record<LogicalTypeName, readonly string[]>> = {
  bool: ['t', 'f'],
  bytea: ['', '\\x00ff61'],
  int2: ['1', '-32768'],
  int4: ['1', '-2147483648'],
  int8: ['1', '-9223372036854775808'],
  text: ['', 'abc', 'é漢😀'],
  varchar: ['', 'abc   ', 'é漢😀'],
  bpchar: ['', 'abc   ', 'é漢😀'],
  json: ['{"a": 1}', '[1, "é"]', ' null '],
  jsonb: ['{"b": 1, "aa": 2, "b": 3}', '[1.0, "\\u0041"]', '1e3'],
  float4: ['1.5', '-0', 'NaN', 'Infinity'],
  float8: ['1.5', '-0', 'NaN', '-Infinity'],
  date: ['2020-01-02', 'infinity', '4714-11-24 BC', '5874897-12-31'],
  time: ['12:34:56.789', '24:00:00'],
  timestamp: ['2020-01-02 03:04:05.678', '-infinity', '4714-11-24 BC', '294276-12-31 23:59:59.999999'],
  timestamptz: ['2020-01-02 03:04:05.678Z', 'infinity', '4714-11-24 00:00Z BC'],
  interval: ['1 mon -2 days 03:04:05.678', '-1 year'],
  numeric: ['0', '0.000', '-1234.5600', '1e20', '1e-20', 'NaN', 'Infinity', '-Infinity', '99.995', '12345678.9'],
  uuid: ['01234567-89ab-cdef-0123-456789abcdef'],
  inet: ['192.168.1.5', '10.1.2.3/8', '2001:db8::1/64'],
  cidr: ['192.168.0.0/16', '10.0.0.0/8', '2001:db8::/32'],
}

/** A stored form, whole or with something wrong: cut, lengthened, bytes changed. */
function damaged(forms: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const change = fc.tuple(fc.nat(), fc.constantFrom(0, 1, 2, 0x27, 0x40, 0x7f, 0x80, 0xc0, 0xd0, 0xf0, 0xff))
  return fc
    .tuple(fc.constantFrom(...forms), fc.array(change, { maxLength: 2 }), fc.integer({ min: -3, max: 2 }))
    .map(([form, changes, extra]) => {
      const bytes =
        extra >= 0
          ? Buffer.concat([form, Buffer.alloc(extra)])
          : Buffer.from(form.subarray(0, Math.max(0, form.length + extra)))
      for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte
      return bytes
    })
}

async function askServer(sql: string, bytes: Buffer): Promise<string> {
  try {
    return (await client.query({ name: sql.slice(0, 60), text: sql, values: [bytes], rowMode: 'array' })).rows[0]![0]
  } catch (error) {
    return `state ${(error as { code: string }).code}`
  }
}

function askCodec(of: LogicalType, bytes: Buffer): string {
  try {
    return codecs[of.name].fromBinary(bytes, of.typmod).toString('hex')
  } catch (error) {
    if (error instanceof PgsealError) return `state ${error.sqlstate}`
    throw error
  }
}

const targets: readonly LogicalType[] = [
  ...(Object.keys(texts) as LogicalTypeName[]).map((name) => type(name)),
  ...[
    type('varchar', 8),
    type('bpchar', 8),
    numericType(5, 2),
    numericType(8, 0),
    type('timestamp', 0),
    type('time', 1),
  ],
]

test('B22: binary parameters are checked as the receive functions check them', async () => {
  for (const target of targets) {
    const sql = typeSql(target)
    const table = `t_${target.name}_${target.typmod + 1}`
    await client.query(`create temp table ${table} (v ${sql})`)
    const forms = texts[target.name].map((text) =>
      codecs[target.name].fromText(Buffer.from(text), -1, defaultValueSettings),
    )
    const insert = `insert into ${table} values ($1) returning encode(${functions[target.name][2]}(v), 'hex')`
    const whole = forms.map((form) => codecs[target.name].toBinary(form))
    for (const bytes of [...whole, Buffer.alloc(0), ...samples(damaged(forms), 40)]) {
      const server = await askServer(insert, bytes)
      const ours = askCodec(target, bytes)
      // Of two errors either may be named.
      if (ours.startsWith('state') && server.startsWith('state') && ours !== server) {
        assert.match(ours, /^state (08P01|22P0[235]|22021|22003|22008|22001)$/)
        continue
      }
      assert.equal(ours, server, `${sql} of ${bytes.toString('hex')}`)
    }
  }
})

test('B22: a value too short for its type is 08P01, and one too long 22P03', async () => {
  for (const name of [
    'bool',
    'int2',
    'int4',
    'int8',
    'float4',
    'float8',
    'uuid',
    'date',
    'time',
    'timestamp',
    'interval',
    'numeric',
  ] as const) {
    const stored = codecs[name].fromText(Buffer.from(texts[name][0]!), -1, defaultValueSettings)
    const sql = `select encode(${functions[name][2]}($1::${name}), 'hex') as ${name}`
    for (const bytes of [stored.subarray(1), Buffer.concat([stored, Buffer.alloc(1)])]) {
      assert.equal(askCodec(type(name), bytes), await askServer(sql, bytes), `${name} of ${bytes.length} bytes`)
    }
  }
})

test('comparison forms are equal exactly where the server says that values are', async () => {
  const small = fc.integer({ min: -3, max: 3 })
  const scalar = fc.oneof(
    fc.tuple(small, fc.constantFrom('', '.0', '.10', '.1', 'e0', 'e1', 'e-1')).map((parts) => parts.join('')),
    fc.constantFrom(
      '"a"',
      '"\\u0061"',
      '""',
      'true',
      'null',
      '[]',
      '{}',
      '10',
      '10.00',
      '1e1',
      '0.1',
      '-0',
      '0',
      '0.00',
    ),
  )
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 2 },
      scalar,
      fc.array(tie('tree'), { maxLength: 2 }).map((items) => `[${items.join(',')}]`),
      fc
        .array(fc.tuple(fc.constantFrom('"a"', '"b"'), tie('tree')), { maxLength: 2 })
        .map((members) => `{${members.map((pair) => pair.join(':')).join(',')}}`),
    ),
  }))
  const number = fc
    .tuple(small, fc.constantFrom('', '.0', '.10', '.1', '.100', 'e0', 'e1', 'e-1', '0', 'e5', '00000.0'))
    .map((parts) => parts.join(''))
  const words = fc.constantFrom('NaN', 'Infinity', '-Infinity', '-0', '0', '0.00')
  const inputs: Partial<Record<LogicalTypeName, fc.Arbitrary<string>>> = {
    numeric: fc.oneof(number, words),
    float4: fc.oneof(number, words),
    float8: fc.oneof(number, words),
    jsonb: tree,
    interval: fc
      .tuple(small, small, small)
      .map(([m, d, h]) => `${m} mon ${d * 15} days ${h * 12}:00`.replace(/ -(\d+:)/, ' -$1')),
    bpchar: fc.string({ unit: fc.constantFrom('a', ' '), maxLength: 3 }),
    varchar: fc.string({ unit: fc.constantFrom('a', ' '), maxLength: 3 }),
    bool: fc.constantFrom('t', 'f', 'yes', 'no'),
  }
  for (const [name, arbitrary] of Object.entries(inputs) as [LogicalTypeName, fc.Arbitrary<string>][]) {
    const values = samples(arbitrary, 80)
    const { rows } = await client.query({
      text: `with u as (select t::${name} as v, o from unnest($1::text[]) with ordinality as u(t, o))
        select array_agg(b.o::int order by b.o) from u a join u b on a.v = b.v group by a.o order by a.o`,
      values: [values],
      rowMode: 'array',
    })
    const codec = codecs[name]
    const forms = values.map((value) =>
      codec.comparisonForm!(codec.fromText(Buffer.from(value), -1, defaultValueSettings)),
    )
    forms.forEach((form, index) => {
      const equal = forms.flatMap((other, place) => (other.equals(form) ? [place + 1] : []))
      assert.deepEqual(equal, rows[index]![0], `${name} ${values[index]}`)
    })
  }
})
