// Functions of several values, by the results that PostgreSQL gives (C32).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codecs } from '../../src/types/codecs.ts'
import type { LogicalTypeName } from '../../src/types/logical-type.ts'
import { scalar } from '../../src/types/scalar.ts'
import { defaultValueSettings } from '../../src/types/value-settings.ts'

type Given = readonly [type: LogicalTypeName | undefined, text: string | null]

/** What the function gives, as `type: text`; undefined where it is not served. */
function result(name: string, given: readonly Given[]): string | undefined {
  const found = scalar(
    name,
    given.map(([type]) => type),
  )
  if (found === undefined) return undefined
  const values = given.map(([, text], at) => {
    return text === null ? null : codecs[found.takes[at]!].fromText(Buffer.from(text), -1, defaultValueSettings)
  })
  const value = found.compute(values, defaultValueSettings)
  return `${found.to}: ${value === null ? 'NULL' : codecs[found.to].toText(value, defaultValueSettings)}`
}

const cases: readonly (readonly [name: string, given: readonly Given[], expected: string | undefined])[] = [
  [
    '||',
    [
      ['text', 'a'],
      ['int4', '5'],
    ],
    'text: a5',
  ],
  [
    '||',
    [
      ['varchar', 'a'],
      ['bool', 't'],
    ],
    'text: atrue',
  ],
  [
    '||',
    [
      ['text', 'a'],
      [undefined, null],
    ],
    'text: NULL',
  ],
  [
    '||',
    [
      ['text', 'a'],
      ['jsonb', '1'],
    ],
    undefined,
  ],
  [
    'concat',
    [
      ['text', 'a'],
      ['bool', 't'],
      ['text', null],
      ['numeric', '1.50'],
    ],
    'text: at1.50',
  ],
  [
    'concat_ws',
    [
      ['text', '-'],
      ['text', 'a'],
      ['text', null],
      [undefined, 'b'],
    ],
    'text: a-b',
  ],
  [
    'concat_ws',
    [
      ['text', null],
      ['text', 'a'],
    ],
    'text: NULL',
  ],
  [
    'format',
    [
      ['text', '%s|%2$s|%%|%L'],
      ['text', 'a'],
      ['text', "o'b"],
      ['text', 'c'],
    ],
    "text: a|o'b|%|'c'",
  ],
  [
    'format',
    [
      ['text', '%s'],
      ['text', null],
    ],
    'text: ',
  ],
  [
    '+',
    [
      ['int2', '1'],
      ['int4', '2'],
    ],
    'int4: 3',
  ],
  [
    '+',
    [
      ['int8', '1'],
      [undefined, '2'],
    ],
    'int8: 3',
  ],
  [
    '/',
    [
      ['int4', '-7'],
      ['int4', '2'],
    ],
    'int4: -3',
  ],
  [
    '%',
    [
      ['int4', '-7'],
      ['int4', '2'],
    ],
    'int4: -1',
  ],
  [
    '*',
    [
      ['numeric', '1.50'],
      ['numeric', '2.0'],
    ],
    'numeric: 3.000',
  ],
  [
    '-',
    [
      ['numeric', '1.5'],
      ['int4', '2'],
    ],
    'numeric: -0.5',
  ],
  [
    '/',
    [
      ['numeric', '1'],
      ['numeric', '3'],
    ],
    undefined,
  ],
  [
    '*',
    [
      ['float8', '0.1'],
      ['int4', '3'],
    ],
    'float8: 0.30000000000000004',
  ],
  ['round', [['numeric', '-2.5']], 'numeric: -3'],
  [
    'round',
    [
      ['numeric', '1234.5678'],
      ['int4', '-2'],
    ],
    'numeric: 1200',
  ],
  ['abs', [['int8', '-9']], 'int8: 9'],
  [
    'greatest',
    [
      ['numeric', '1.0'],
      ['numeric', null],
      ['numeric', '1.01'],
    ],
    'numeric: 1.01',
  ],
  [
    'least',
    [
      ['date', '2020-01-01'],
      ['date', '-infinity'],
    ],
    'date: -infinity',
  ],
  [
    'greatest',
    [
      ['text', 'a'],
      ['text', 'b'],
    ],
    undefined,
  ],
  [
    'nullif',
    [
      ['numeric', '1.0'],
      ['numeric', '1.00'],
    ],
    'numeric: NULL',
  ],
  [
    'coalesce',
    [
      ['varchar', null],
      ['text', 'b'],
    ],
    'text: b',
  ],
  [
    'extract',
    [
      ['text', 'year'],
      ['date', '0044-03-15 BC'],
    ],
    'numeric: -44',
  ],
  [
    'extract',
    [
      ['text', 'second'],
      ['timestamp', '2020-01-01 00:00:07.5'],
    ],
    'numeric: 7.500000',
  ],
  [
    'date_part',
    [
      ['text', 'hour'],
      ['date', '2020-01-01'],
    ],
    'float8: 0',
  ],
  [
    'extract',
    [
      ['text', 'dow'],
      ['date', 'infinity'],
    ],
    'numeric: NULL',
  ],
  [
    'extract',
    [
      ['text', 'year'],
      ['date', 'infinity'],
    ],
    'numeric: Infinity',
  ],
  [
    'date_trunc',
    [
      ['text', 'week'],
      ['timestamp', '2020-01-01 12:00'],
    ],
    'timestamp: 2019-12-30 00:00:00',
  ],
  [
    '+',
    [
      ['date', '2020-02-28'],
      ['int4', '2'],
    ],
    'date: 2020-03-01',
  ],
  [
    '-',
    [
      ['date', '2020-03-01'],
      ['date', '2020-02-28'],
    ],
    'int4: 2',
  ],
  [
    'lpad',
    [
      ['text', 'ab'],
      ['int4', '5'],
      ['text', 'xy'],
    ],
    'text: xyxab',
  ],
  [
    'rpad',
    [
      ['text', 'abc'],
      ['int4', '2'],
    ],
    'text: ab',
  ],
  [
    'btrim',
    [
      ['text', 'xxabx'],
      ['text', 'x'],
    ],
    'text: ab',
  ],
  [
    'left',
    [
      ['text', 'žluť'],
      ['int4', '-1'],
    ],
    'text: žlu',
  ],
  [
    'encode',
    [
      ['bytea', '\\x00ff'],
      [undefined, 'hex'],
    ],
    'text: 00ff',
  ],
  ['initcap', [['text', 'a']], undefined],
]

for (const [name, given, expected] of cases) {
  test(`${name}(${given.map(([type, text]) => `${text ?? 'NULL'}::${type ?? 'unknown'}`).join(', ')})`, () => {
    assert.equal(result(name, given), expected)
  })
}

test('errors are those of the database, and what is not known is refused', () => {
  assert.throws(
    () =>
      result('/', [
        ['int4', '1'],
        ['int4', '0'],
      ]),
    { sqlstate: '22012' },
  )
  assert.throws(
    () =>
      result('+', [
        ['int2', '32767'],
        ['int2', '1'],
      ]),
    { sqlstate: '22003' },
  )
  assert.throws(
    () =>
      result('-', [
        ['date', 'infinity'],
        ['date', '2020-01-01'],
      ]),
    { sqlstate: '22008' },
  )
  assert.throws(
    () =>
      result('+', [
        ['numeric', 'NaN'],
        ['numeric', '1'],
      ]),
    { sqlstate: '0A000' },
  )
  assert.throws(
    () =>
      result('format', [
        ['text', '%10s'],
        ['text', 'a'],
      ]),
    { sqlstate: '0A000' },
  )
  assert.throws(() => result('lower', [['text', 'Ž']]), { sqlstate: '0A000' })
})
