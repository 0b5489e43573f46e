import { didYouMean } from './nearest-name.ts'

/** Name as in src/types and modifier as in pg_attribute.atttypmod. */
export type ColumnType = { readonly type: string; readonly typmod: number }

// Spellings of SQL and of pg_type, in lower case with single blanks. `char` alone is char(1), `bpchar` alone any length.
const spellings: Readonly<Record<string, string>> = {
  bool: 'bool',
  boolean: 'bool',
  bytea: 'bytea',
  smallint: 'int2',
  int2: 'int2',
  int: 'int4',
  integer: 'int4',
  int4: 'int4',
  bigint: 'int8',
  int8: 'int8',
  real: 'float4',
  float4: 'float4',
  'double precision': 'float8',
  float8: 'float8',
  float: 'float8',
  decimal: 'numeric',
  dec: 'numeric',
  numeric: 'numeric',
  text: 'text',
  varchar: 'varchar',
  'character varying': 'varchar',
  'char varying': 'varchar',
  'national character varying': 'varchar',
  char: 'bpchar',
  character: 'bpchar',
  nchar: 'bpchar',
  'national character': 'bpchar',
  bpchar: 'bpchar',
  uuid: 'uuid',
  date: 'date',
  time: 'time',
  'time without time zone': 'time',
  timestamp: 'timestamp',
  'timestamp without time zone': 'timestamp',
  timestamptz: 'timestamptz',
  'timestamp with time zone': 'timestamptz',
  interval: 'interval',
  json: 'json',
  jsonb: 'jsonb',
  inet: 'inet',
  cidr: 'cidr',
}

const modifierHeader = 4
const maxCharacters = 10_485_760
// INTERVAL_FULL_RANGE of utils/timestamp.h: no field named.
const fullRange = 0x7fff

/** Reads a type as SQL spells it. Returns the problem as text where it is not a type that can be sealed. */
export function parseColumnType(text: string): ColumnType | { readonly problem: string } {
  const spelling = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const match = /^([a-z0-9_ ]*[a-z0-9_]) ?(?:\(([^()]*)\))? ?([a-z ]*)$/.exec(spelling)
  if (match === null) return { problem: notAType(text) }
  const [, head, modifiers, tail] = match
  const name = tail === '' ? head! : `${head} ${tail}`
  const type = Object.hasOwn(spellings, name) ? spellings[name] : undefined
  // A modifier stands before `with time zone`, and nowhere else inside a name.
  if (type === undefined || (tail !== '' && !tail!.startsWith('with'))) return { problem: notAType(text) }
  if (modifiers === undefined) {
    const alone = type === 'bpchar' && name !== 'bpchar' ? modifierHeader + 1 : -1
    return { type, typmod: alone }
  }
  const numbers = modifiers.split(',').map((part) => part.trim())
  if (!numbers.every((part) => /^[+-]?\d{1,9}$/.test(part))) {
    return { problem: `expected whole numbers in the parentheses of the type` }
  }
  return withModifiers(name, type, numbers.map(Number))
}

function withModifiers(
  name: string,
  type: string,
  modifiers: readonly number[],
): ColumnType | { readonly problem: string } {
  const [first, second] = modifiers as [number, number?]
  const within = (value: number, low: number, high: number) => value >= low && value <= high
  if (modifiers.length > (type === 'numeric' ? 2 : 1)) return { problem: `type "${name}" has too many modifiers` }
  switch (type) {
    case 'varchar':
    case 'bpchar':
      if (!within(first, 1, maxCharacters)) {
        return { problem: `the length of type "${name}" must be between 1 and ${maxCharacters}` }
      }
      return { type, typmod: first + modifierHeader }
    case 'numeric': {
      const scale = second ?? 0
      if (!within(first, 1, 1000)) return { problem: 'the precision of type "numeric" must be between 1 and 1000' }
      if (!within(scale, -1000, 1000)) return { problem: 'the scale of type "numeric" must be between -1000 and 1000' }
      return { type, typmod: ((first << 16) | (scale & 0x7ff)) + modifierHeader }
    }
    case 'float8':
      if (name !== 'float') return { problem: `type "${name}" takes no modifier` }
      if (!within(first, 1, 53)) return { problem: 'the precision of type "float" must be between 1 and 53' }
      return { type: first <= 24 ? 'float4' : 'float8', typmod: -1 }
    case 'time':
    case 'timestamp':
    case 'timestamptz':
    case 'interval':
      if (!within(first, 0, 6)) return { problem: `the precision of type "${name}" must be between 0 and 6` }
      return { type, typmod: type === 'interval' ? (fullRange << 16) | first : first }
    default:
      return { problem: `type "${name}" takes no modifier` }
  }
}

function notAType(text: string): string {
  const word = text.trim()
  if (/\[\s*\d*\s*\]$|\barray\b/i.test(word)) return 'arrays cannot be sealed'
  const shown = /^[\w (),.-]{1,60}$/.test(word) ? ` "${word}"` : ''
  return `cannot seal columns of type${shown}${didYouMean(word, Object.keys(spellings))}`
}
