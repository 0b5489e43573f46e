// Values of every type as text: edges, Unicode, duplicates. Those of sealed columns can be told apart in files: they are
// needles of test/canary, or too small to be searched for. Those of plain columns hold none.
import type { LogicalTypeName } from '../../src/types/logical-type.ts'

/** `loose`: values that are equal to another one and print differently. */
type Pool = {
  readonly sealed: readonly string[]
  readonly plain: readonly string[]
  readonly loose?: readonly string[]
}

const shared = (...values: string[]): Pool => ({ sealed: values, plain: values })

export const pools: Readonly<Record<LogicalTypeName, Pool>> = {
  text: {
    sealed: [
      'canary a',
      'canary b',
      '',
      'CANARY A',
      'canary žluť',
      "canary o'brien",
      'canary "q" \\ %_',
      ' canary ',
      'canary 例え 🐤',
      'canary\n2\t3',
      'canary@a.example',
      '86753091',
    ],
    plain: ['plain a', 'plain b', '', 'PLAIN A', 'plain ž', "plain o'b", 'plain "q" \\ %_', ' plain ', '例え', '12'],
  },
  varchar: {
    sealed: ['canary a', 'canary', '', 'CANARY A', 'canary ž', "canary 'o", ' canary ', 'canary_12345', '例え canary'],
    plain: ['plain a', 'plain', '', 'PLAIN', 'plain ž', "plain 'o", ' plain ', 'plain_123456'],
  },
  bpchar: {
    sealed: ['canary', 'canary a', '', 'CANARY', 'canary ž', ' canary'],
    plain: ['plain', 'plain a', '', 'PLAIN', 'plain ž', ' plain'],
  },
  bytea: {
    sealed: ['\\x63616e617279', '\\x', '\\x63616e61727900ff', '\\x00', '\\xff'],
    plain: ['\\x706c61696e', '\\x', '\\x00ff', '\\x00'],
  },
  int2: shared('867', '0', '-1', '32767', '-32768', '1', '7'),
  int4: {
    sealed: ['867530901', '0', '-1', '2147483647', '-2147483648', '1', '7', '42'],
    plain: ['5', '0', '-1', '2147483647', '-2147483648', '1', '7', '42'],
  },
  int8: {
    sealed: ['8675309086753091', '0', '-1', '9223372036854775807', '-9223372036854775808', '1', '42'],
    plain: ['5000000000', '0', '-1', '9223372036854775807', '-9223372036854775808', '1', '42'],
  },
  float4: { ...shared('1.5', '0', '-1.25', 'NaN', 'Infinity', '-Infinity', '1e-30', '1e+38', '0.1'), loose: ['-0'] },
  float8: {
    sealed: ['867530.9867530901', '0', '-1.25', 'NaN', 'Infinity', '-Infinity', '1e-300', '1e+308', '0.1', '1.5'],
    plain: ['2.5', '0', '-1.25', 'NaN', 'Infinity', '-Infinity', '1e-300', '1e+308', '0.1'],
    loose: ['-0'],
  },
  // numeric(12,3), and numeric without a precision.
  numeric: {
    sealed: ['8675309.868', '0.000', '-1.500', 'NaN', '999999999.999', '-999999999.999', '0.001', '42.000'],
    plain: ['5.250', '0.000', '-1.500', 'NaN', '999999999.999', '0.001', '42.000'],
    loose: ['42', '-1.5', '0'],
  },
  bool: shared('true', 'false'),
  uuid: {
    sealed: [
      'ca0a51e5-ca0a-4000-8000-000000000001',
      '00000000-0000-0000-0000-000000000000',
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
      'ca0a51e5-ca0a-4000-8000-000000000002',
    ],
    plain: ['11111111-1111-4111-8111-111111111111', '00000000-0000-0000-0000-000000000000'],
  },
  date: {
    sealed: ['1915-12-10', '2000-01-01', 'infinity', '-infinity', '2024-02-29', '1999-12-31', '0044-03-15 BC'],
    plain: ['2020-05-06', '2000-01-01', 'infinity', '2024-02-29', '1999-12-31'],
  },
  time: {
    sealed: ['08:06:07.530901', '00:00:00', '24:00:00', '23:59:59.999999', '12:00:00'],
    plain: ['09:10:11', '00:00:00', '23:59:59.999999'],
  },
  timestamp: {
    sealed: ['1915-12-10 08:06:07.530901', '2000-01-01 00:00:00', 'infinity', '-infinity', '2024-02-29 12:00:00'],
    plain: ['2020-05-06 07:08:09', '2000-01-01 00:00:00', 'infinity'],
  },
  timestamptz: {
    sealed: [
      '1915-12-10 08:06:07.530901+00',
      '2000-01-01 00:00:00+00',
      'infinity',
      '-infinity',
      '2024-02-29 12:00:00+02',
    ],
    plain: ['2020-05-06 07:08:09+00', '2000-01-01 00:00:00+00', 'infinity'],
  },
  interval: {
    sealed: ['8 years 6 mons 7 days 05:30:09.01', '00:00:00', '1 day', '-1 mons', '1 year 2 mons'],
    plain: ['2 hours', '00:00:00', '1 day', '-1 mons'],
    loose: ['24:00:00', '-30 days'],
  },
  inet: {
    sealed: [
      '198.51.100.186',
      '198.51.100.186/24',
      '0.0.0.0/0',
      '::1',
      '2001:db8::ca0a:51e5/64',
      '::ffff:198.51.100.186',
    ],
    plain: ['10.0.0.1', '10.0.0.1/8', '::', '2001:db8::1/64'],
  },
  cidr: {
    sealed: ['198.51.100.186/32', '198.51.100.0/24', '0.0.0.0/0', '::1/128', '2001:db8::/32'],
    plain: ['10.0.0.0/8', '10.0.0.1/32', '2001:db8::/32'],
  },
  json: {
    sealed: ['{"canary" : 1}', 'null', '[]', '"canary ž"', '{"canary":1,"canary":2}'],
    plain: ['{"a" : 1}', 'null', '[]', '"ž"'],
  },
  jsonb: {
    sealed: ['{"canary": 1, "b": [1, 2]}', 'null', '[]', '"canary ž"', '{"canary": {"a": true}}', '42'],
    plain: ['{"a": 1, "b": [1, 2]}', 'null', '[]', '"ž"', '{"a": {"b": null}}'],
    loose: ['42.0', '{"canary": 1.0, "b": [1, 2]}'],
  },
}
