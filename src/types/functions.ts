// Functions of PostgreSQL that are computed here on opened values, exactly as the server would: only such as depend on no
// collation, or on what most have in common. All are strict: NULL is never given to them.
import { createHash } from 'node:crypto'
import { PgsealError } from '../errors.ts'
import { characterCount, characterOffset } from './characters.ts'
import { type Conversion, explicitCast } from './conversion.ts'
import { storeInteger } from './integer.ts'
import type { LogicalType, LogicalTypeName } from './logical-type.ts'
import { isInfiniteTimestamp } from './timestamp.ts'
import type { ValueSettings } from './value-settings.ts'

/** One step of a computation: a cast to `to`, or the function of this name with further constant arguments. */
export type ValueStep = {
  readonly step: string
  readonly given: readonly (string | number)[]
  readonly from: LogicalTypeName
  readonly to: LogicalType
}

type Given = readonly (string | number)[]
type Served = {
  readonly from: readonly LogicalTypeName[]
  readonly to: LogicalTypeName
  /** What further arguments may be; each function checks their number. */
  readonly takes: (given: Given) => boolean
  readonly compute: (stored: Buffer, given: Given) => Buffer
}

const strings: readonly LogicalTypeName[] = ['text', 'varchar']
const nothing = (given: Given): boolean => given.length === 0
const isInteger = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value)
const isText = (value: unknown): boolean => typeof value === 'string'
const integer = (value: number): Buffer => storeInteger('int4', BigInt(value))
const bytes = (value: string | number | undefined): Buffer => Buffer.from(String(value), 'utf8')

function ofText(takes: Served['takes'], compute: Served['compute']): Served {
  return { from: strings, to: 'text', takes, compute }
}

function lengthOf(from: readonly LogicalTypeName[], compute: (stored: Buffer) => number): Served {
  return { from, to: 'int4', takes: nothing, compute: (stored) => integer(compute(stored)) }
}

/** The characters from number `from`, counted from 1, to before number `to`. */
function slice(stored: Buffer, from: number, to: number): Buffer {
  const first = Math.max(from, 1)
  if (to <= first) return Buffer.alloc(0)
  const start = characterOffset(stored, first - 1)
  return to === Infinity ? stored.subarray(start) : stored.subarray(start, characterOffset(stored, to - 1))
}

function part(stored: Buffer, [delimiter, number]: Given): Buffer {
  const parts = delimiter === '' ? [stored.toString('utf8')] : stored.toString('utf8').split(String(delimiter))
  return bytes(parts[Number(number) - 1] ?? '')
}

function trimmed(stored: Buffer, atStart: boolean, atEnd: boolean): Buffer {
  let [start, end] = [0, stored.length]
  while (atStart && start < end && stored[start] === 0x20) start += 1
  while (atEnd && end > start && stored[end - 1] === 0x20) end -= 1
  return stored.subarray(start, end)
}

/** The place of a text, in characters from 1; 0 where it is not. */
function place(stored: Buffer, sought: Buffer): number {
  const at = stored.indexOf(sought)
  return at < 0 ? 0 : characterCount(stored.subarray(0, at)) + 1
}

const characters = lengthOf(strings, characterCount)
const substring = ofText(
  (given) => given.length >= 1 && given.length <= 2 && given.every(isInteger) && Number(given[1] ?? 0) >= 0,
  (stored, [from, count]) => slice(stored, Number(from), count === undefined ? Infinity : Number(from) + Number(count)),
)
const position: Served = {
  from: strings,
  to: 'int4',
  takes: (given) => given.length === 1 && given.every(isText),
  compute: (stored, [sought]) => integer(place(stored, bytes(sought))),
}
const oneText: Served['takes'] = (given) => given.length === 1 && given.every(isText)
const oneInteger: Served['takes'] = (given) => given.length === 1 && given.every(isInteger)

/** Of ASCII alone; throws foldNotServed for anything else. */
function folded(name: 'lower' | 'upper'): Served {
  return ofText(nothing, (stored) => {
    if (stored.some((byte) => byte >= 0x80)) throw new PgsealError('foldNotServed', { function: name })
    const text = stored.toString('latin1')
    return Buffer.from(name === 'lower' ? text.toLowerCase() : text.toUpperCase(), 'latin1')
  })
}

/** Functions that give what they give in "C" only where the database folds ASCII letters so. */
export const folds: ReadonlySet<string> = new Set(['lower', 'upper'])

const functions: ReadonlyMap<string, readonly Served[]> = new Map<string, readonly Served[]>([
  ['length', [characters, lengthOf(['bytea'], (stored) => stored.length)]],
  ['char_length', [characters]],
  ['character_length', [characters]],
  ['octet_length', [lengthOf([...strings, 'bytea'], (stored) => stored.length)]],
  ['bit_length', [lengthOf([...strings, 'bytea'], (stored) => stored.length * 8)]],
  ['substr', [substring]],
  ['substring', [substring]],
  [
    'left',
    [
      ofText(oneInteger, (stored, [count]) => {
        const wanted = Number(count)
        return slice(stored, 1, 1 + (wanted < 0 ? characterCount(stored) + wanted : wanted))
      }),
    ],
  ],
  [
    'right',
    [
      ofText(oneInteger, (stored, [count]) => {
        const wanted = Number(count)
        return slice(stored, 1 + (wanted < 0 ? -wanted : Math.max(0, characterCount(stored) - wanted)), Infinity)
      }),
    ],
  ],
  ['btrim', [ofText(nothing, (stored) => trimmed(stored, true, true))]],
  ['ltrim', [ofText(nothing, (stored) => trimmed(stored, true, false))]],
  ['rtrim', [ofText(nothing, (stored) => trimmed(stored, false, true))]],
  ['reverse', [ofText(nothing, (stored) => bytes([...stored.toString('utf8')].reverse().join('')))]],
  [
    'replace',
    [
      ofText(
        (given) => given.length === 2 && given.every(isText),
        (stored, [sought, by]) =>
          sought === '' ? stored : bytes(stored.toString('utf8').split(String(sought)).join(String(by))),
      ),
    ],
  ],
  [
    'split_part',
    [ofText((given) => given.length === 2 && isText(given[0]) && isInteger(given[1]) && Number(given[1]) > 0, part)],
  ],
  ['strpos', [position]],
  ['position', [position]],
  [
    'starts_with',
    [
      {
        from: strings,
        to: 'bool',
        takes: oneText,
        compute: (stored, [prefix]) => {
          const sought = bytes(prefix)
          return Buffer.of(stored.subarray(0, sought.length).equals(sought) ? 1 : 0)
        },
      },
    ],
  ],
  ['lower', [folded('lower')]],
  ['upper', [folded('upper')]],
  ['md5', [ofText(nothing, (stored) => bytes(createHash('md5').update(stored).digest('hex')))]],
  // column || 'x' and 'x' || column
  ['||', [ofText(oneText, (stored, [end]) => Buffer.concat([stored, bytes(end)]))]],
  ['|| before', [ofText(oneText, (stored, [start]) => Buffer.concat([bytes(start), stored]))]],
])

/** The step for a call on a value of type `from`; undefined where it is not served. */
export function functionStep(name: string, from: LogicalTypeName, given: Given): ValueStep | undefined {
  const served = functions.get(name)?.find((one) => one.from.includes(from) && one.takes(given))
  return served === undefined ? undefined : { step: name, given, from, to: { name: served.to, typmod: -1 } }
}

/** The step for a cast; undefined where there is none. */
export function castStep(from: LogicalTypeName, to: LogicalType): ValueStep | undefined {
  return explicitCast(from, to) === undefined ? undefined : { step: 'cast', given: [], from, to }
}

/** How the steps are carried out one after the other; null is SQL NULL. Throws what PostgreSQL's own would throw. */
export function computation(steps: readonly ValueStep[]): (stored: Buffer, settings: ValueSettings) => Buffer | null {
  const each = steps.map(({ step, given, from, to }): Conversion => {
    if (step === 'cast') return explicitCast(from, to)!
    const { compute } = functions.get(step)!.find((one) => one.from.includes(from) && one.takes(given))!
    return (stored) => compute(stored, given)
  })
  const mayBeNull = steps.some(({ step, from, to }) => step === 'cast' && to.name === 'time' && isTimestamp(from))
  if (!mayBeNull) return (stored, settings) => each.reduce((value, convert) => convert(value, settings), stored)
  return (stored, settings) => {
    let value = stored
    for (const [at, { from, to }] of steps.entries()) {
      // The server makes NULL of the time of day of an infinite timestamp.
      if (to.name === 'time' && isTimestamp(from) && isInfiniteTimestamp(value)) return null
      value = each[at]!(value, settings)
    }
    return value
  }
}

const isTimestamp = (name: LogicalTypeName): boolean => name === 'timestamp' || name === 'timestamptz'
