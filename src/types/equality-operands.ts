import { PgsealError } from '../errors.ts'
import { casts } from './casts.ts'
import type { EqualityOperand } from './conversion.ts'
import { infinityDay, minusInfinityDay, storeDate } from './date.ts'
import { readDecimal } from './decimal.ts'
import { readFloat, storeFloat } from './float.ts'
import { interval } from './interval.ts'
import type { LogicalTypeName } from './logical-type.ts'
import { cidrToInet, inetToCidr, isNetwork } from './network.ts'
import { isNumericNaN, numericInfinity } from './numeric.ts'
import { withoutTrailingBlanks } from './text.ts'
import { storeTime } from './time.ts'
import { infinityMicros, joinMicros, minusInfinityMicros, splitMicros } from './timestamp.ts'

type Operands = Partial<Record<LogicalTypeName, EqualityOperand>>

const identity: EqualityOperand = (stored) => stored

function cast(from: LogicalTypeName, to: LogicalTypeName): EqualityOperand {
  return casts[from]![to]!.convert
}

/** Where the server compares and does not cast, a value beyond the column's type equals none of it. */
function castInRange(from: LogicalTypeName, to: LogicalTypeName): EqualityOperand {
  const convert = cast(from, to)
  return (stored, settings) => {
    try {
      return convert(stored, settings)
    } catch (error) {
      if (error instanceof PgsealError && (error.sqlstate === '22003' || error.sqlstate === '22008')) return undefined
      throw error
    }
  }
}

/** A numeric equals an integer when nothing is left behind the point. */
function numericAsInteger(to: LogicalTypeName): EqualityOperand {
  const convert = castInRange('numeric', to)
  return (stored, settings) => {
    if (isNumericNaN(stored) || numericInfinity(stored) !== 0) return undefined
    const { digits, scale } = readDecimal(stored)
    if (scale > 0 && /[1-9]/.test(digits.slice(-scale))) return undefined
    return convert(stored, settings)
  }
}

/** The column becomes a double, so the operand must be one of those integers. Not for int8, of which several become one. */
function floatAsInteger(from: 'float4' | 'float8', to: 'int2' | 'int4'): EqualityOperand {
  const convert = castInRange(from, to)
  return (stored, settings) => (Number.isInteger(readFloat(from, stored)) ? convert(stored, settings) : undefined)
}

/** The column becomes a double: only an operand that is a float4 can equal it. */
function asFloat4(toFloat8: EqualityOperand): EqualityOperand {
  return (stored, settings) => {
    const double = toFloat8(stored, settings)
    if (double === undefined) return undefined
    const value = double.readDoubleBE()
    return Number.isNaN(value) || Math.fround(value) === value ? storeFloat('float4', value) : undefined
  }
}

/** A date is the midnight that begins it. */
function timestampAsDate(stored: Buffer): Buffer | undefined {
  const micros = stored.readBigInt64BE()
  if (micros === infinityMicros) return storeDate(infinityDay)
  if (micros === minusInfinityMicros) return storeDate(minusInfinityDay)
  const { days, time } = splitMicros(micros)
  return time === 0 ? storeDate(days) : undefined
}

/** A time of day becomes an interval, and intervals compare by their total. */
function intervalAsTime(stored: Buffer): Buffer | undefined {
  const total = interval.comparisonForm!(stored)
  const micros = (total.readBigInt64BE(0) << 64n) + total.readBigUInt64BE(8)
  return micros >= 0n && micros <= joinMicros(1, 0) ? storeTime(Number(micros), -1) : undefined
}

const integerOperands = (to: 'int2' | 'int4' | 'int8'): Operands => ({
  int2: castInRange('int2', to),
  int4: castInRange('int4', to),
  int8: castInRange('int8', to),
  numeric: numericAsInteger(to),
})

/** By the column's type and then the operand's. What is missing is refused, or has no operator in PostgreSQL either. */
export const equalityOperands: Readonly<Partial<Record<LogicalTypeName, Operands>>> = {
  int2: {
    ...integerOperands('int2'),
    float4: floatAsInteger('float4', 'int2'),
    float8: floatAsInteger('float8', 'int2'),
  },
  int4: {
    ...integerOperands('int4'),
    float4: floatAsInteger('float4', 'int4'),
    float8: floatAsInteger('float8', 'int4'),
  },
  int8: integerOperands('int8'),
  numeric: { int2: cast('int2', 'numeric'), int4: cast('int4', 'numeric'), int8: cast('int8', 'numeric') },
  float8: {
    float4: cast('float4', 'float8'),
    int2: cast('int2', 'float8'),
    int4: cast('int4', 'float8'),
    int8: cast('int8', 'float8'),
    numeric: cast('numeric', 'float8'),
  },
  float4: {
    float8: asFloat4(identity),
    int2: asFloat4(cast('int2', 'float8')),
    int4: asFloat4(cast('int4', 'float8')),
    int8: asFloat4(cast('int8', 'float8')),
    numeric: asFloat4(cast('numeric', 'float8')),
  },
  text: { varchar: identity, bpchar: withoutTrailingBlanks },
  varchar: { text: identity },
  // The column loses its trailing blanks before it is compared with a text, and the text keeps its own.
  bpchar: {
    text: (stored) => (withoutTrailingBlanks(stored).length === stored.length ? stored : undefined),
    varchar: identity,
  },
  date: { timestamp: timestampAsDate },
  timestamp: { date: castInRange('date', 'timestamp') },
  // The other way round the column would have to be converted, and two local times can be one instant.
  timestamptz: { date: castInRange('date', 'timestamptz'), timestamp: castInRange('timestamp', 'timestamptz') },
  inet: { cidr: cidrToInet },
  cidr: { inet: (stored) => (isNetwork(stored) ? inetToCidr(stored) : undefined) },
  time: { interval: intervalAsTime },
  interval: { time: cast('time', 'interval') },
}
