// Arithmetic whose result is exact, with PostgreSQL's types and errors: integers, and numeric without division.
import { PgsealError } from '../errors.ts'
import { type Decimal, readDecimal, roundDecimal, storeDecimal } from './decimal.ts'
import { type FloatName, readFloat, storeFloat } from './float.ts'
import { type IntegerName, readInteger, storeInteger } from './integer.ts'
import type { LogicalTypeName } from './logical-type.ts'
import { isNumericNaN, numericInfinity } from './numeric.ts'
import { type ArgumentType, type Scalar, strict } from './scalar-form.ts'

const integers: readonly LogicalTypeName[] = ['int2', 'int4', 'int8']

export function numberScalar(name: string, given: readonly ArgumentType[]): Scalar | undefined {
  if (given.length === 2 && operators.has(name)) return operator(name, given)
  const [type, digits] = given
  if (name === 'round' && given.length === 2 && type !== undefined && isExact(type)) {
    if (digits !== undefined && digits !== 'int4' && digits !== 'int2') return undefined
    return {
      takes: ['numeric', 'int4'],
      to: 'numeric',
      compute: strict(([value, count]) => rounded(value!, Number(readInteger(count!)))),
    }
  }
  if (given.length !== 1 || type === undefined) return undefined
  switch (name) {
    case 'abs':
      return absolute(type)
    case 'round':
      return type === 'numeric'
        ? { takes: [type], to: type, compute: strict(([value]) => rounded(value!, 0)) }
        : undefined
    case '-':
      return negated(type)
    default:
      return undefined
  }
}

const operators: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%'])

function isExact(type: LogicalTypeName): boolean {
  return type === 'numeric' || integers.includes(type)
}

function operator(name: string, [left, right]: readonly ArgumentType[]): Scalar | undefined {
  // A literal or parameter without a type takes the other's.
  const [a, b] = [left ?? right, right ?? left]
  if (a === undefined || b === undefined) return undefined
  if (integers.includes(a) && integers.includes(b)) {
    const type = integers[Math.max(integers.indexOf(a), integers.indexOf(b))] as IntegerName
    return {
      takes: [type, type],
      to: type,
      compute: strict(([x, y]) => storeInteger(type, integerResult(name, readInteger(x!), readInteger(y!)))),
    }
  }
  if (isExact(a) && isExact(b) && ['+', '-', '*'].includes(name)) {
    return {
      takes: ['numeric', 'numeric'],
      to: 'numeric',
      compute: strict(([x, y]) => numericResult(name, x!, y!)),
    }
  }
  // Beside a float8 every number becomes one.
  const isFloat = (type: LogicalTypeName) => type === 'float8' || isExact(type)
  if ((a === 'float8' || b === 'float8') && isFloat(a) && isFloat(b) && name !== '%') {
    const type = 'float8'
    return {
      takes: [type, type],
      to: type,
      compute: strict(([x, y]) => storeFloat(type, floatResult(name, type, readFloat(type, x!), readFloat(type, y!)))),
    }
  }
  return undefined
}

function integerResult(name: string, x: bigint, y: bigint): bigint {
  switch (name) {
    case '+':
      return x + y
    case '-':
      return x - y
    case '*':
      return x * y
    default:
      if (y === 0n) throw new PgsealError('divisionByZero', {})
      return name === '/' ? x / y : x % y
  }
}

function floatResult(name: string, type: FloatName, x: number, y: number): number {
  if (name === '/' && y === 0 && !Number.isNaN(x)) throw new PgsealError('divisionByZero', {})
  const result = name === '+' ? x + y : name === '-' ? x - y : name === '*' ? x * y : x / y
  const overflows = !Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y)
  const vanishes = result === 0 && x !== 0 && (name === '*' ? y !== 0 : name === '/' && Number.isFinite(y))
  if (overflows || vanishes) throw new PgsealError('valueOutOfRange', { type })
  return result
}

function units({ negative, digits, scale, shown }: Decimal): bigint {
  const value = (digits === '' ? 0n : BigInt(digits)) * 10n ** BigInt(shown - scale)
  return negative ? -value : value
}

function ofUnits(value: bigint, shown: number): Buffer {
  const digits = (value < 0n ? -value : value).toString()
  return storeDecimal({ negative: value < 0n, digits: digits === '0' ? '' : digits, scale: shown, shown })
}

function numericResult(name: string, x: Buffer, y: Buffer): Buffer {
  const [a, b] = [finite(x, name), finite(y, name)]
  if (name === '*') return ofUnits(units(a) * units(b), a.shown + b.shown)
  const shown = Math.max(a.shown, b.shown)
  const [left, right] = [units({ ...a, shown }), units({ ...b, shown })]
  return ofUnits(name === '+' ? left + right : left - right, shown)
}

/** NaN and the infinities have rules of their own, which are left to the database. */
function finite(stored: Buffer, name: string): Decimal {
  if (isNumericNaN(stored) || numericInfinity(stored) !== 0)
    throw new PgsealError('computedNotServed', { function: name })
  return readDecimal(stored)
}

function rounded(stored: Buffer, digits: number): Buffer {
  if (isNumericNaN(stored) || numericInfinity(stored) !== 0) return stored
  if (Math.abs(digits) > 1000) throw new PgsealError('computedNotServed', { function: 'round' })
  return storeDecimal(roundDecimal(readDecimal(stored), digits))
}

function absolute(type: LogicalTypeName): Scalar | undefined {
  if (integers.includes(type)) {
    const name = type as IntegerName
    return {
      takes: [type],
      to: type,
      compute: strict(([value]) => {
        const number = readInteger(value!)
        return number < 0n ? storeInteger(name, -number) : value!
      }),
    }
  }
  if (type !== 'numeric') return undefined
  return {
    takes: [type],
    to: type,
    compute: strict(([value]) => {
      const decimal = finite(value!, 'abs')
      return storeDecimal({ ...decimal, negative: false })
    }),
  }
}

function negated(type: LogicalTypeName): Scalar | undefined {
  if (integers.includes(type)) {
    const name = type as IntegerName
    return { takes: [type], to: type, compute: strict(([value]) => storeInteger(name, -readInteger(value!))) }
  }
  if (type !== 'numeric') return undefined
  return {
    takes: [type],
    to: type,
    compute: strict(([value]) => {
      const decimal = finite(value!, '-')
      return storeDecimal({ ...decimal, negative: !decimal.negative && decimal.digits !== '' })
    }),
  }
}
