import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operandOf } from '../../src/sql/operand.ts'
import { parseText } from '../../src/sql/parser.ts'
import { as, list } from '../../src/sql/walk.ts'
import type { LogicalType } from '../../src/types/logical-type.ts'

const target: LogicalType = { name: 'varchar', typmod: 24 }

/** `source type cast cast`: typmods after a colon. */
function shown(expression: string, declaredOids: readonly number[] = []): string | undefined {
  const select = as(parseText(Buffer.from(`select ${expression}`))[0]!.stmt, 'SelectStmt')
  const operand = operandOf(as(list(select?.targetList)[0], 'ResTarget')?.val, declaredOids, target)
  if (operand === undefined) return undefined
  const { source } = operand
  if (source.from !== 'parameter' && source.from !== 'constant') return source.from
  const value =
    source.from === 'parameter' ? `$${source.index + 1}` : source.text === null ? 'NULL' : `<${source.text}>`
  const name = (type: LogicalType) => (type.typmod === -1 ? type.name : `${type.name}:${type.typmod}`)
  return [value, name(operand.type), ...operand.casts.map(name)].join(' ')
}

const cases: readonly (readonly [expression: string, operand: string | undefined, declared?: readonly number[]])[] = [
  // B26: spellings of a string
  ["'x'", '<x> varchar:24'],
  ["''", '<> varchar:24'],
  ["E'a\\tb'", '<a\tb> varchar:24'],
  ["U&'\\0441'", '<с> varchar:24'],
  ["U&'!0441' uescape '!'", '<с> varchar:24'],
  ['$$it is$$', '<it is> varchar:24'],
  ['$a$ $$ $a$', '< $$ > varchar:24'],
  ["'a'\n'b'", '<ab> varchar:24'],
  ["N'x'", '<x> bpchar'],
  ["B'101'", undefined],
  ["X'1F'", undefined],
  ['null', 'NULL varchar:24'],
  ['null::int4', 'NULL int4'],
  // numbers: B27's zero, the limits of int4 and int8
  ['0', '<0> int4'],
  ['5', '<5> int4'],
  ['-5', '<-5> int4'],
  ['- 5', '<-5> int4'],
  ['+5', '<5> int4'],
  ['2147483647', '<2147483647> int4'],
  ['2147483648', '<2147483648> int8'],
  ['-2147483648', '<-2147483648> int4'],
  ['-2147483649', '<-2147483649> int8'],
  ['9223372036854775807', '<9223372036854775807> int8'],
  ['9223372036854775808', '<9223372036854775808> numeric'],
  ['-9223372036854775808', '<-9223372036854775808> int8'],
  ['1.50', '<1.50> numeric'],
  ['.5', '<.5> numeric'],
  ['-1e5', '<-1e5> numeric'],
  ['1_000', '<1000> int4'],
  ['1_000_000_000_000', '<1000000000000> int8'],
  ['0xFFFFFFFFFF', '<1099511627775> int8'],
  ['true', '<t> bool'],
  ['false', '<f> bool'],
  ["'t'::bool", '<t> bool'],
  // casts (B9)
  ["'abc'::text", '<abc> text'],
  ["'abcdef'::varchar(3)", '<abcdef> varchar varchar:7'],
  ["cast('abc' as char(5))", '<abc> bpchar bpchar:9'],
  ["'abc'::char", '<abc> bpchar bpchar:5'],
  ["date '2020-01-01'", '<2020-01-01> date'],
  ["'2020-01-01'::date::timestamp", '<2020-01-01> date timestamp'],
  ["timestamp with time zone '2020-01-01 00:00'", '<2020-01-01 00:00> timestamptz'],
  ["time(3) '10:00'", '<10:00> time time:3'],
  ["'1.005'::numeric(4,2)", '<1.005> numeric numeric:262150'],
  ['5::text', '<5> int4 text'],
  ['5::int8', '<5> int4 int8'],
  ["'5'::pg_catalog.int4", '<5> int4'],
  ["'5'::integer", '<5> int4'],
  ["'5'::bigint::numeric(6)", '<5> int8 numeric:393220'],
  ["float8 '1'", '<1> float8'],
  ["double precision '1'", '<1> float8'],
  ["'{}'::jsonb", '<{}> jsonb'],
  ["interval '1 day'", '<1 day> interval'],
  // fields decide how the text is read
  ["interval '1' day", undefined],
  ["interval(3) '1.5 seconds'", '<1.5 seconds> interval:2147418115'],
  ['\'x\'::"char"', undefined],
  ["'x'::citext", undefined],
  ["'x'::public.text", undefined],
  ["'{}'::text[]", undefined],
  ["'x'::varchar(0)", undefined],
  // parameters (B6, B7)
  ['$1', '$1 varchar:24'],
  ['$1', '$1 varchar:24', [0]],
  ['$1', '$1 varchar:24', [705]],
  ['$1', '$1 text', [25]],
  ['$2', '$2 int8', [0, 20]],
  ['$1::text', '$1 text'],
  ['$1::varchar(3)', '$1 varchar varchar:7'],
  ['$1::text', '$1 int4 text', [23]],
  ['cast($1 as uuid)', '$1 uuid'],
  ['$1::interval day', undefined],
  ['$1', undefined, [790]],
  ['$1::text', undefined, [1009]],
  // what is not a value of the statement
  ['-$1', undefined],
  ["-'5'::int4", undefined],
  ["'a' || 'b'", undefined],
  ['lower($1)', undefined],
  ['current_date', undefined],
  ['array[1]', undefined],
  ['row(1)', undefined],
  ['\'x\' collate "C"', undefined],
  ['(select $1)', undefined],
  ['email', undefined],
]

for (const [expression, operand, declared] of cases) {
  test(`B26-B29: ${JSON.stringify(expression)} declared ${declared ?? []}`, () =>
    assert.equal(shown(expression, declared), operand))
}
