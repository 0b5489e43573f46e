import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import { codecs } from '../../src/types/codecs.ts'
import type { LogicalType, LogicalTypeName } from '../../src/types/logical-type.ts'
import { defaultValueSettings } from '../../src/types/value-settings.ts'
import { sharedPostgres } from '../support/postgres.ts'
import { type Answer, applySettings, askCodec, compareReading, installReader } from './server-values.ts'

let client: pg.Client

before(async () => {
  client = new pg.Client({ connectionString: (await sharedPostgres()).url })
  await client.connect()
  await installReader(client)
  await applySettings(client, defaultValueSettings)
})
after(() => client.end())

const scale = Number(process.env.PGSEAL_TEST_SCALE ?? '1')
const seed = Number(process.env.PGSEAL_TEST_SEED ?? '20')

function samples(arbitrary: fc.Arbitrary<string>, count: number): string[] {
  const texts = fc.sample(arbitrary, { numRuns: count * scale, seed })
  return texts.filter((text) => !text.includes('\0') && !/\p{Surrogate}/u.test(text))
}

const type = (name: LogicalTypeName, typmod = -1): LogicalType => ({ name, typmod })
const numericType = (precision: number, scaleDigits: number): LogicalType =>
  type('numeric', ((precision << 16) | (scaleDigits & 0x7ff)) + 4)

const space = fc.constantFrom('', '', '', ' ', '\t', '\n \r', '\v\f')
const around = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(space, inner, space, fc.constantFrom('', '', '', '', '', 'x', '.', ' 1')).map((parts) => parts.join(''))

const digits = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0012345678999'), minLength: min, maxLength: max })
const sign = fc.constantFrom('', '', '-', '+', '--')

const integerText = around(
  fc.oneof(
    fc.tuple(sign, digits(0, 22)).map((parts) => parts.join('')),
    fc
      .tuple(sign, fc.constantFrom('32767', '32768', '32769', '2147483647', '2147483648', '2147483649'))
      .map((p) => p.join('')),
    fc
      .tuple(sign, fc.constantFrom('9223372036854775807', '9223372036854775808', '9223372036854775809'))
      .map((p) => p.join('')),
    fc.constantFrom('', '1.0', '1e3', 'abc', '- 1', '0x', '1 2', '\u00a01'),
  ),
)

test('B20, B35: integers read as the server reads them', async () => {
  // Whether an overflow or the rubbish after it is named first differs between versions.
  const bothRefuse = (_: string, state: string, server: Answer): boolean =>
    'state' in server && /^22(P02|003)$/.test(state)
  for (const name of ['int2', 'int4', 'int8'] as const) {
    await compareReading(client, type(name), samples(integerText, 400), defaultValueSettings, bothRefuse)
  }
  for (const text of ['32768', '-32769', '99999', '1x', '']) await compareReading(client, type('int2'), [text])
})

test('B20: spellings of integers that only some versions read are refused', async () => {
  for (const text of ['0x2A', '0o17', '0b11', '1_000', '0X2a', '-0x8000']) {
    await compareReading(client, type('int4'), [text], defaultValueSettings, (_, state) => state === '0A000')
  }
})

const decimalText = fc
  .tuple(
    sign,
    fc.oneof(digits(0, 5), digits(0, 40)),
    fc.constantFrom('', '', '.'),
    fc.oneof(digits(0, 5), digits(0, 40)),
    fc.oneof(
      fc.constant(''),
      fc.integer({ min: -60, max: 60 }).map((e) => `e${e}`),
      fc.integer({ min: -340, max: 330 }).map((e) => `E${e < 0 ? e : `+${e}`}`),
    ),
  )
  .map((parts) => parts.join(''))
const specialText = fc.constantFrom(
  ...[
    'NaN',
    'nan',
    'inf',
    '-inf',
    '+Infinity',
    '-INFINITY',
    'infinit',
    'infinityx',
    '',
    '.',
    '-',
    'e5',
    '1e',
    '1e+',
    '1e5.',
  ],
  ...['-0', '0.0', '-0.000', '1e400', '1e-400', '-1e400x', '1e99999999999', '1e-99999999999', '0e99999999'],
)
const doubleText = fc.double().map((value) => (Object.is(value, -0) ? '-0' : String(value)))
const floatText = fc.float().map((value) => (Object.is(value, -0) ? '-0' : String(value)))
const halfway = fc
  .tuple(fc.float({ noNaN: true, noDefaultInfinity: true, min: 0 }), fc.constantFrom('', '0000000000000001', '49'))
  .map(([value, tail]) => {
    const bits = new DataView(new ArrayBuffer(4))
    bits.setFloat32(0, value)
    bits.setUint32(0, bits.getUint32(0) + 1)
    const middle = (bits.getFloat32(0) + value) / 2
    const text = middle > 1e-20 && middle < 1e20 ? middle.toFixed(60) : String(middle)
    return text.includes('e') ? text : text + tail
  })
const midpoint = fc.integer({ min: -25, max: 25 }).map((exponent) => `1e${exponent}`)

test('B35: floats read and print as the server does, with every extra_float_digits', async () => {
  const inputs8 = samples(around(fc.oneof(decimalText, specialText, doubleText, midpoint)), 600)
  const inputs4 = samples(around(fc.oneof(decimalText, specialText, floatText, halfway, midpoint)), 900)
  for (const extraFloatDigits of [1, 0, -3, -15, 3]) {
    const settings = { ...defaultValueSettings, extraFloatDigits }
    await applySettings(client, settings)
    await compareReading(client, type('float8'), inputs8, settings)
    await compareReading(client, type('float4'), inputs4, settings)
  }
  await applySettings(client, defaultValueSettings)
})

test('B20, B23: numeric keeps its scale, rounds half away from zero and overflows as the server does', async () => {
  // Servers before version 16 read blanks between e and the exponent.
  const inputs = samples(around(fc.oneof(decimalText, specialText, doubleText)), 500).filter(
    (text) => !/e\s/i.test(text),
  )
  for (const numeric of [type('numeric'), numericType(10, 2), numericType(5, 0), numericType(38, 30)]) {
    await compareReading(client, numeric, inputs)
  }
  if ((await sharedPostgres()).version >= 150000) {
    for (const numeric of [numericType(3, -2), numericType(2, 5), numericType(1000, 1000), numericType(1000, -1000)]) {
      await compareReading(client, numeric, inputs)
    }
  }
  const long = [
    '1e131071',
    '1e131072',
    '1e-16383',
    '1e-16384',
    '9'.repeat(131072),
    `0.${'1'.repeat(16384)}`,
    '0e-16384',
  ]
  await compareReading(client, type('numeric'), long)
})

test('B20: booleans by every prefix', async () => {
  const words = ['true', 'false', 'yes', 'no', 'on', 'off', '1', '0', 'o', 'tru e', 'TRUEx', '10', '']
  const prefixes = words.flatMap((word) => [...word].map((_, index) => word.slice(0, index + 1)))
  await compareReading(client, type('bool'), [...prefixes, ...prefixes.map((word) => ` ${word.toUpperCase()}\t`), ''])
})

test('inet and cidr: addresses of both versions, with and without bits', async () => {
  const v4 = [
    '0.0.0.0',
    '10.1.2.3',
    '192.168.0.0',
    '255.255.255.255',
    '010.001.2.3',
    '1.2.3',
    '10',
    '256.1.1.1',
    '1.2.3.4.5',
  ]
  const v6 = [
    '::',
    '::1',
    '1::',
    '::1.2.3.4',
    '::ffff:1.2.3.4',
    '::ffff:0:1.2.3.4',
    '64:ff9b::1.2.3.4',
    '1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7::',
    '::2:3:4:5:6:7:8',
    '1::4:5:6:7:8',
    '1:0:0:4:0:0:0:8',
    '0:0:1::',
    'ABCD:ef01::',
    '::0001',
    '1:2:3:4:5:6:1.2.3.4',
    '::8:0',
    '::1:0:0',
    '1::2::3',
    ':1',
    '1:',
    '1:2',
    ':::',
    '12345::',
    '::01.2.3.4',
    '::g',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8',
    '::1.2.3.4:5',
  ]
  const widths = [
    '',
    '/0',
    '/1',
    '/8',
    '/16',
    '/24',
    '/31',
    '/32',
    '/33',
    '/64',
    '/127',
    '/128',
    '/129',
    '/',
    '/x',
    '/8/8',
    '/-1',
  ]
  const inputs = [...v4, ...v6].flatMap((address) => widths.map((width) => `${address}${width}`))
  inputs.push('', ' 1.2.3.4', '1.2.3.4 ', '10/8', '10.1/16', '10.1/17', '10.1/24', '::/08', '1.2.3.4/08', 'x')
  await compareReading(client, type('inet'), inputs)
  // The short forms of cidr are refused: see docs/types.md.
  const whole = inputs.filter((input) => input.includes(':') || /^[^/]*\..*\..*\./.test(input))
  await compareReading(client, type('cidr'), whole)
  const addresses = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => {
    const groups = Array.from({ length: 8 }, (_, at) =>
      ((bytes[at * 2]! & 1) === 0 ? 0 : bytes[at * 2 + 1]!).toString(16),
    )
    return groups.join(':')
  })
  await compareReading(client, type('inet'), fc.sample(addresses, { numRuns: 300, seed: 7 }))
})

test('B20: uuid with braces and hyphens', async () => {
  const hex = '0123456789abcdefABCDEF0011223344'
  const inputs = [
    hex,
    `{${hex}}`,
    `{${hex}`,
    `${hex}}`,
    ` ${hex}`,
    hex.slice(1),
    `${hex}0`,
    `${hex}-`,
    `-${hex}`,
    '',
    `g${hex.slice(1)}`,
  ]
  for (let at = 1; at < 32; at++)
    inputs.push(`${hex.slice(0, at)}-${hex.slice(at)}`, `{${hex.slice(0, at)}--${hex.slice(at)}}`)
  inputs.push(hex.replace(/(....)(?=.)/g, '$1-'))
  await compareReading(client, type('uuid'), inputs)
})

test('B19: bytea in hex and escape, both ways', async () => {
  const escaped = fc.string({
    unit: fc.constantFrom('a', '\\', '\\\\', '\\000', '\\377', '\\400', '\\x41', 'é', '\n', '~'),
  })
  const hex = fc
    .string({ unit: fc.constantFrom('00', 'ff', 'A1', ' ', '\n', '\t\r', 'e', 'g', '\v', '7f41') })
    .map((s) => `\\x${s}`)
  const pairs = fc
    .string({ unit: fc.constantFrom('00', 'ff', 'A1', ' ', '\n', '5c', '7f', '7e', '41', '20') })
    .map((s) => `\\x${s}`)
  const inputs = samples(fc.oneof(escaped, hex, pairs), 500)
  for (const byteaOutput of ['hex', 'escape']) {
    const settings = { ...defaultValueSettings, byteaOutput }
    await applySettings(client, settings)
    await compareReading(client, type('bytea'), inputs, settings)
  }
  await applySettings(client, defaultValueSettings)
})

test('B23: varchar(n) and char(n) count characters and cut blanks alone', async () => {
  const unit = fc.constantFrom('a', ' ', ' ', 'é', '漢', '😀', "'", '\\', '\t')
  const inputs = samples(fc.string({ unit, maxLength: 8 }), 200)
  for (const name of ['varchar', 'bpchar'] as const) {
    for (const typmod of [-1, 5, 7, 9]) await compareReading(client, type(name, typmod), inputs)
  }
  await compareReading(client, type('text'), inputs)
})

const jsonLeaf = fc.oneof(
  decimalText,
  fc.constantFrom(
    '1',
    '-0',
    '1.0',
    '1e3',
    '-0.0',
    '1E-3',
    '0.10',
    '01',
    '1.',
    '.5',
    '-',
    '+1',
    'true',
    'false',
    'null',
    'nul',
    'nulls',
    'NaN',
    '',
  ),
  fc.string().map((text) => JSON.stringify(text)),
  fc
    .string({
      unit: fc.constantFrom(
        'a',
        'é',
        '\\n',
        '\\/',
        '\\"',
        '\\u0041',
        '\\u00e9',
        '\\ud83d',
        '\\ude00',
        '\\u0000',
        '\\u001f',
        '\\x',
        '\\u12',
        '\x7f',
        '\t',
        '😀',
        '"',
      ),
      maxLength: 5,
    })
    .map((text) => `"${text}"`),
)
const gap = fc.constantFrom('', '', ' ', '\n', '\t', '\r', '\f')
const { tree: jsonText } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: false },
    jsonLeaf,
    fc
      .tuple(gap, fc.array(tie('tree'), { maxLength: 4 }), gap)
      .map(([left, items, right]) => `${left}[${items.join(`${right},`)}]`),
    fc
      .tuple(
        gap,
        fc.array(
          fc.tuple(fc.constantFrom('"a"', '"b"', '"aa"', '"\\u0061"', '"é"', '"A"', '""', '1', '"\\n"'), tie('tree')),
          { maxLength: 5 },
        ),
      )
      .map(([left, members]) => `{${left}${members.map(([key, value]) => `${key}${left}:${value}`).join(',')}}${left}`),
  ),
}))

test('B20, B35: json is kept, jsonb is normalised as the server does it', async () => {
  const inputs = samples(jsonText, 2500)
  await compareReading(client, type('json'), inputs)
  // The server reads a word ahead, so of two errors it may name the second.
  const bothRefuse = (_: string, state: string, server: Answer): boolean =>
    'state' in server && /^22P0[25]$/.test(state)
  await compareReading(client, type('jsonb'), inputs, defaultValueSettings, bothRefuse)
  for (const text of ['"\\u0000"', '{"a":"\\ud800"}', '[1,]']) await compareReading(client, type('jsonb'), [text])
})

test('json and jsonb are read 5000 deep, and deeper is 54001', async () => {
  for (const name of ['json', 'jsonb'] as const) {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const nested = (depth: number): string => `${open.repeat(depth)}1${close.repeat(depth)}`
      await compareReading(client, type(name), [nested(5000), nested(5000).slice(1), `${nested(4999)}]`])
      assert.deepEqual(askCodec(type(name), nested(5001)), { state: '54001' })
      // What costs the server's stack costs nothing here.
      assert.deepEqual(askCodec(type(name), nested(1_000_000)), { state: '54001' })
    }
  }
  assert.ok(
    codecs.jsonb.comparisonForm!(
      codecs.jsonb.fromText(Buffer.from('['.repeat(5000) + ']'.repeat(5000)), -1, defaultValueSettings),
    ),
  )
})
