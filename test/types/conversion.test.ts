import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { PgsealError } from '../../src/errors.ts'
import { codecs } from '../../src/types/codecs.ts'
import { assignment, equalityOperand, explicitCast } from '../../src/types/conversion.ts'
import { type LogicalType, type LogicalTypeName, typeNumbers } from '../../src/types/logical-type.ts'
import { defaultValueSettings, type ValueSettings } from '../../src/types/value-settings.ts'
import { sharedPostgres } from '../support/postgres.ts'
import { applySettings, functions, typeSql } from './server-values.ts'

// The whole matrix of types against the server: which casts and comparisons there are, and what they give (pitfall B34).

const settings: ValueSettings = { ...defaultValueSettings, timeZone: 'America/New_York', dateStyle: 'SQL, DMY' }
const names = Object.keys(typeNumbers) as LogicalTypeName[]

const numbers = [
  '0',
  '1',
  '-1',
  '1.0',
  '1.5',
  '2.5',
  '-2.5',
  '0.1',
  '127',
  '32767',
  '32768',
  '32767.5',
  '2147483647',
  '2147483648',
]
const large = ['16777217', '9007199254740993', '9223372036854775807', '9223372036854775808', '123456.789', '33554433']
const dates = [
  '2020-01-02',
  '2020-07-01 12:34:56.789',
  '1999-12-31 23:59:59',
  'infinity',
  '-infinity',
  '2020-03-08 02:30:00',
  '4000-01-01',
]
const texts = [
  '',
  'a',
  'a ',
  ' a',
  'abc',
  'abcdef',
  'ab      ',
  'é😀x',
  'true',
  '1',
  '2020-01-02',
  '10:00',
  '{"a": 1}',
  '1.5',
]

const values: Readonly<Record<LogicalTypeName, readonly string[]>> = {
  bool: ['t', 'f'],
  bytea: ['', '\\x61', '\\x00ff'],
  int2: ['0', '1', '-1', '127', '32767', '-32768'],
  int4: ['0', '1', '-1', '127', '32767', '32768', '16777217', '33554433', '2147483647', '-2147483648'],
  int8: [
    '0',
    '1',
    '-1',
    '32768',
    '2147483648',
    '16777217',
    '33554433',
    '36028797018963969',
    '9007199254740993',
    '9223372036854775807',
  ],
  float4: [...numbers, ...large, '1e30', '1e-40', 'NaN', 'Infinity', '-Infinity', '-0', '0.5', '3.5', '-0.5'],
  float8: [
    ...numbers,
    ...large,
    '1e300',
    '1e-300',
    '3.4028235677973366e38',
    '1e-46',
    'NaN',
    'Infinity',
    '-0',
    '0.5',
    '3.5',
    '0.10000000149011612',
  ],
  numeric: [
    ...numbers,
    ...large,
    '1e300',
    '1e-300',
    '1e400',
    '1e-400',
    'NaN',
    '1.50',
    '1000000',
    '-0.5',
    '0.5',
    '99.995',
    '1.00',
  ],
  text: texts,
  varchar: texts,
  bpchar: texts,
  json: ['{"b": 1, "a": 2}', '1.0', '"x"', '[]', 'null', '{"a":"\\u0000"}'],
  jsonb: ['{"b": 1, "a": 2}', '1.0', '1', '"x"', '[]', 'null', '{"a":{"b":1}}', '{"a":{"b":1.00}}'],
  inet: ['10.0.0.0/8', '10.1.2.3/8', '10.1.2.3', '::1', '2001:db8::/32', '2001:db8::1/32', '0.0.0.0/0'],
  cidr: ['10.0.0.0/8', '10.1.2.3/32', '::1/128', '2001:db8::/32', '0.0.0.0/0'],
  uuid: ['00000000-0000-0000-0000-000000000001', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  date: [
    '2020-01-02',
    '2020-07-01',
    'infinity',
    '-infinity',
    '1999-12-31',
    '4713-01-01 BC',
    '5874897-12-31',
    '2020-03-08',
    '4000-01-01',
  ],
  timestamp: [...dates, '2020-01-02 00:00:00', '294276-12-31 23:59:59', '4713-01-01 BC'],
  timestamptz: [...dates, '2020-01-02 05:00:00', '2020-03-08 07:30:00'].map((text) =>
    text.includes('inf') ? text : `${text.includes(':') ? text : `${text} 00:00:00`}+00`,
  ),
  time: ['00:00:00', '12:34:56.789', '24:00:00', '10:00:00'],
  interval: [
    '0',
    '10:00:00',
    '-1 hour',
    '1 day',
    '24:00:00',
    '1 mon',
    '30 days',
    '1 day -02:00',
    '36:00:00',
    '12:34:56.789',
  ],
}

const typmods: Partial<Record<LogicalTypeName, readonly number[]>> = {
  varchar: [-1, 7],
  bpchar: [5, 9],
  numeric: [-1, ((5 << 16) | 2) + 4, ((3 << 16) | 0) + 4],
  timestamp: [-1, 0],
  time: [-1, 1],
  interval: [-1, (0x7fff << 16) | 0],
}
const targets: readonly LogicalType[] = names.flatMap((name) =>
  (typmods[name] ?? [-1]).map((typmod) => ({ name, typmod })),
)

let client: pg.Client
let version: number
const stored = new Map<LogicalTypeName, Buffer[]>()

before(async () => {
  const server = await sharedPostgres()
  version = server.version
  client = new pg.Client({ connectionString: server.url })
  await client.connect()
  for (const name of names) {
    await client.query(`create temp table v_${name} (place int, v ${name})`)
    const forms = values[name].map((text) => codecs[name].fromText(Buffer.from(text), -1, defaultValueSettings))
    stored.set(name, forms)
    await client.query(
      `insert into v_${name} select o, t::${name} from unnest($1::text[]) with ordinality as u(t, o)`,
      [forms.map((form) => codecs[name].toText(form, defaultValueSettings).toString())],
    )
  }
  // Runs a text per place, each with the place for %s, and gives its one value or the SQLSTATE.
  await client.query(`
    create function pg_temp.each(statement text, places int) returns table (place int, answer text) language plpgsql as $$
    begin
      for i in 1 .. places loop
        place := i;
        begin
          execute format(statement, i) into answer;
        exception when others then
          answer := 'state ' || sqlstate;
        end;
        return next;
      end loop;
    end $$`)
  await applySettings(client, settings)
})
after(() => client.end())

async function each(statement: string, count: number): Promise<(string | null)[]> {
  const { rows } = await client.query('select answer from pg_temp.each($1, $2) order by place', [statement, count])
  return rows.map((row) => row.answer)
}

function attempt(action: () => string): string {
  try {
    return action()
  } catch (error) {
    if (error instanceof PgsealError) return `state ${error.sqlstate}`
    throw error
  }
}

/** States that say that there is no such cast or operator. */
const absent = /^state (42804|42846|42883)$/

for (const [word, find] of [
  ['assigned', assignment],
  ['cast explicitly', explicitCast],
] as const) {
  test(`B34: what can be ${word} is what the server does, and gives the same or is refused`, async () => {
    const missing: string[] = []
    for (const target of targets) {
      const [, , send] = functions[target.name]
      await client.query(`drop table if exists target; create temp table target (v ${typeSql(target)})`)
      for (const from of names) {
        const convert = find(from, target)
        const forms = stored.get(from)!
        const statement =
          find === assignment
            ? `insert into target select v from v_${from} where place = %s returning encode(${send}(v), 'hex')`
            : `select encode(${send}(v::${typeSql(target)}), 'hex') from v_${from} where place = %s`
        const answers = await each(statement, convert === undefined ? 1 : forms.length)
        if (convert === undefined) {
          if (!absent.test(answers[0] ?? '')) missing.push(`${from} to ${target.name}`)
          continue
        }
        forms.forEach((form, index) => {
          const ours = attempt(() => convert(form, settings).toString('hex'))
          const server = answers[index]
          const label = `${from} ${values[from][index]} to ${typeSql(target)}`
          // An infinite timestamp has no time of day: NULL there, refused here.
          if (server === null && ours === 'state 22008') return
          if (/^state 0A000$/.test(ours) && server?.startsWith('state')) return
          // Words and spellings that are refused when text is read.
          if (/^state (0A000|22P02)$/.test(ours) && /^(text|varchar|bpchar)$/.test(from)) return
          assert.equal(ours, server, label)
        })
      }
    }
    const notServed =
      find === assignment
        ? ['bytea to varchar', 'bytea to bpchar', 'bytea to text']
        : [
            'jsonb to bool',
            ...['int2', 'int4', 'int8', 'float4', 'float8', 'numeric'].map((name) => `jsonb to ${name}`),
          ]
    const since18 = ['int2', 'int4', 'int8'].flatMap((name) => [`${name} to bytea`, `bytea to ${name}`])
    const expected = find === explicitCast && version >= 180000 ? [...notServed, ...since18] : notServed
    assert.deepEqual([...new Set(missing)].sort(), expected.sort(), 'casts that are not served')
  })
}

test('B34: comparisons across types agree with the server for every pair of values, or are refused', async () => {
  const missing: string[] = []
  for (const column of names) {
    const comparisonForm = codecs[column].comparisonForm
    const forms = stored.get(column)!
    for (const from of names) {
      const convert = equalityOperand(from, { name: column, typmod: -1 })
      const answers = await each(
        `select coalesce(string_agg(c.place::text, ',' order by c.place), '')
           from v_${column} c, v_${from} o where o.place = %s and c.v = o.v`,
        convert === undefined ? 1 : values[from].length,
      )
      if (convert === undefined || comparisonForm === undefined) {
        if (!absent.test(answers[0] ?? '')) missing.push(`${column} = ${from}`)
        continue
      }
      stored.get(from)!.forEach((operand, index) => {
        const ours = attempt(() => {
          const converted = convert(operand, settings)
          if (converted === undefined) return ''
          const wanted = comparisonForm(converted)
          return forms.flatMap((form, place) => (comparisonForm(form).equals(wanted) ? [place + 1] : [])).join(',')
        })
        assert.equal(ours, answers[index], `${column} = ${from} ${values[from][index]}`)
      })
    }
  }
  assert.deepEqual(missing.sort(), [
    ...['date = timestamptz', 'int8 = float4', 'int8 = float8', 'numeric = float4', 'numeric = float8'],
    ...['timestamp = timestamptz', 'varchar = bpchar'],
  ])
})
