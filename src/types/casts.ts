import { PgsealError } from '../errors.ts'
import { sqlName } from './binary-form.ts'
import { lastDay } from './calendar.ts'
import { infinityDay, minusInfinityDay, storeDate } from './date.ts'
import { fieldOverflow } from './datetime-parser.ts'
import { canonicalDecimal, readDecimal, roundDecimal } from './decimal.ts'
import { type FloatName, float4, float8, floatText, readFloat, storeFloat } from './float.ts'
import { type IntegerName, readInteger, storeInteger } from './integer.ts'
import { readInterval, storeInterval } from './interval.ts'
import { storeJsonb } from './jsonb.ts'
import type { LogicalTypeName } from './logical-type.ts'
import { cidrToInet, inetToCidr, networkText } from './network.ts'
import { isNumericNaN, numeric, numericInfinity } from './numeric.ts'
import { withoutTrailingBlanks } from './text.ts'
import { storeTime } from './time.ts'
import { settingZone } from './time-zone.ts'
import {
  infinityMicros,
  joinMicros,
  localToUtc,
  minusInfinityMicros,
  splitMicros,
  storeMicros,
  storeTimestamp,
  type TimestampName,
  utcToLocal,
} from './timestamp.ts'
import { defaultValueSettings, type ValueSettings } from './value-settings.ts'

// The casts by function between the types (pg_cast), on stored forms, without length and scale.

type Cast = {
  /** Whether an assignment uses it; else an explicit cast alone does. */
  readonly assignment: boolean
  readonly convert: (stored: Buffer, settings: ValueSettings) => Buffer
}

type CastsFrom = Partial<Record<LogicalTypeName, Cast>>

const assigned = (convert: Cast['convert']): Cast => ({ assignment: true, convert })
const explicit = (convert: Cast['convert']): Cast => ({ assignment: false, convert })

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

function integerToFloat(name: FloatName): Cast['convert'] {
  // Through text, since a 64-bit integer must be rounded to a float4 once, not twice.
  if (name === 'float4') return (stored) => float4.fromText(latin1(`${readInteger(stored)}`), -1, defaultValueSettings)
  return (stored) => storeFloat('float8', Number(readInteger(stored)))
}

const integerToNumeric: Cast['convert'] = (stored) =>
  numeric.fromText(latin1(`${readInteger(stored)}`), -1, defaultValueSettings)

const integerTo =
  (name: IntegerName): Cast['convert'] =>
  (stored) =>
    storeInteger(name, readInteger(stored))

/** Half to even. */
function roundFloat(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor
}

const floatToInteger =
  (from: FloatName, to: IntegerName): Cast['convert'] =>
  (stored) => {
    const value = roundFloat(readFloat(from, stored))
    if (!Number.isFinite(value)) throw new PgsealError('valueOutOfRange', { type: sqlName[to] })
    return storeInteger(to, BigInt(value))
  }

/** Numeric takes 6 digits of a float4 and 15 of a float8. */
const floatToNumeric =
  (from: FloatName): Cast['convert'] =>
  (stored) =>
    numeric.fromText(latin1(floatText(from, readFloat(from, stored), 0)), -1, defaultValueSettings)

/** A double as float4; 22003 when it is too large, or so small that nothing is left. */
function float8ToFloat4(stored: Buffer): Buffer {
  const value = stored.readDoubleBE()
  const single = Math.fround(value)
  if ((!Number.isFinite(single) && Number.isFinite(value)) || (single === 0 && value !== 0)) {
    throw new PgsealError('valueOutOfRange', { type: sqlName.float4 })
  }
  return storeFloat('float4', single)
}

const numericToInteger =
  (to: IntegerName): Cast['convert'] =>
  (stored) => {
    if (isNumericNaN(stored) || numericInfinity(stored) !== 0) {
      throw new PgsealError('cannotConvertSpecial', { type: sqlName[to] })
    }
    const rounded = roundDecimal(readDecimal(stored), 0)
    if (rounded.digits.length - rounded.scale > 19) throw new PgsealError('valueOutOfRange', { type: sqlName[to] })
    const [digits, tens] = canonicalDecimal(rounded).split('e')
    return storeInteger(to, BigInt(digits!) * 10n ** BigInt(tens ?? '0'))
  }

const numericToFloat = (to: FloatName): Cast['convert'] => {
  const codec = to === 'float4' ? float4 : float8
  return (stored, settings) => codec.fromText(numeric.toText(stored, settings), -1, settings)
}

const boolToText: Cast['convert'] = (stored) => latin1(stored[0] === 0 ? 'false' : 'true')

/** Local microseconds of a date's midnight; its infinities become those of timestamps. */
function dateToMicros(stored: Buffer, name: TimestampName): bigint {
  const days = stored.readInt32BE()
  if (days === infinityDay) return infinityMicros
  if (days === minusInfinityDay) return minusInfinityMicros
  const micros = joinMicros(days, 0)
  storeTimestamp(name, micros, -1)
  return micros
}

const isInfinite = (micros: bigint): boolean => micros === infinityMicros || micros === minusInfinityMicros

/** Local microseconds as an instant in the session's zone. */
function localToStored(local: bigint, settings: ValueSettings): Buffer {
  if (isInfinite(local)) return storeMicros(local)
  return storeTimestamp('timestamptz', localToUtc(local, settingZone(settings.timeZone)), -1)
}

function localOf(name: TimestampName, stored: Buffer, settings: ValueSettings): bigint {
  const micros = stored.readBigInt64BE()
  if (name === 'timestamp' || isInfinite(micros)) return micros
  return utcToLocal(micros, settingZone(settings.timeZone)).local
}

const timestampToDate =
  (name: TimestampName): Cast['convert'] =>
  (stored, settings) => {
    const local = localOf(name, stored, settings)
    if (isInfinite(local)) return storeDate(local === infinityMicros ? infinityDay : minusInfinityDay)
    return storeDate(Math.min(splitMicros(local).days, lastDay))
  }

/** The server makes NULL of an infinite timestamp's time, which no stored form is: refused. */
const timestampToTime =
  (name: TimestampName): Cast['convert'] =>
  (stored, settings) => {
    const local = localOf(name, stored, settings)
    if (isInfinite(local)) throw fieldOverflow('time')
    return storeTime(splitMicros(local).time, -1)
  }

function intervalToTime(stored: Buffer): Buffer {
  const dayMicros = 86_400_000_000n
  const rest = readInterval(stored).micros % dayMicros
  return storeTime(Number(rest < 0n ? rest + dayMicros : rest), -1)
}

const timeToInterval = (stored: Buffer): Buffer =>
  storeInterval({ months: 0, days: 0, micros: stored.readBigInt64BE() }, -1)

const same = (stored: Buffer): Buffer => stored

const fromInteger: CastsFrom = {
  int2: assigned(integerTo('int2')),
  int4: assigned(integerTo('int4')),
  int8: assigned(integerTo('int8')),
  float4: assigned(integerToFloat('float4')),
  float8: assigned(integerToFloat('float8')),
  numeric: assigned(integerToNumeric),
}

const fromFloat = (from: FloatName): CastsFrom => ({
  int2: assigned(floatToInteger(from, 'int2')),
  int4: assigned(floatToInteger(from, 'int4')),
  int8: assigned(floatToInteger(from, 'int8')),
  numeric: assigned(floatToNumeric(from)),
})

const toBool = explicit((stored) => Buffer.from([readInteger(stored) === 0n ? 0 : 1]))

const networkToText: CastsFrom = {
  text: assigned(networkText),
  varchar: assigned(networkText),
  bpchar: assigned(networkText),
}

export const casts: Readonly<Partial<Record<LogicalTypeName, CastsFrom>>> = {
  bool: {
    int4: explicit((stored) => storeInteger('int4', BigInt(stored[0]!))),
    text: assigned(boolToText),
    varchar: assigned(boolToText),
    bpchar: assigned(boolToText),
  },
  int2: fromInteger,
  int4: { ...fromInteger, bool: toBool },
  int8: fromInteger,
  float4: { ...fromFloat('float4'), float8: assigned((stored) => storeFloat('float8', stored.readFloatBE())) },
  float8: { ...fromFloat('float8'), float4: assigned(float8ToFloat4) },
  numeric: {
    int2: assigned(numericToInteger('int2')),
    int4: assigned(numericToInteger('int4')),
    int8: assigned(numericToInteger('int8')),
    float4: assigned(numericToFloat('float4')),
    float8: assigned(numericToFloat('float8')),
  },
  text: { varchar: assigned(same), bpchar: assigned(same) },
  varchar: { text: assigned(same), bpchar: assigned(same) },
  bpchar: { text: assigned(withoutTrailingBlanks), varchar: assigned(withoutTrailingBlanks) },
  date: {
    timestamp: assigned((stored) => storeMicros(dateToMicros(stored, 'timestamp'))),
    timestamptz: assigned((stored, settings) => localToStored(dateToMicros(stored, 'timestamptz'), settings)),
  },
  timestamp: {
    date: assigned(timestampToDate('timestamp')),
    time: assigned(timestampToTime('timestamp')),
    timestamptz: assigned((stored, settings) => localToStored(stored.readBigInt64BE(), settings)),
  },
  timestamptz: {
    date: assigned(timestampToDate('timestamptz')),
    time: assigned(timestampToTime('timestamptz')),
    timestamp: assigned((stored, settings) => {
      const local = localOf('timestamptz', stored, settings)
      return isInfinite(local) ? storeMicros(local) : storeTimestamp('timestamp', local, -1)
    }),
  },
  time: { interval: assigned(timeToInterval) },
  interval: { time: assigned(intervalToTime) },
  inet: { ...networkToText, cidr: assigned(inetToCidr) },
  cidr: { ...networkToText, inet: assigned(cidrToInet) },
  json: { jsonb: assigned((stored) => storeJsonb(stored)) },
  jsonb: { json: assigned((stored) => stored.subarray(1)) },
}
