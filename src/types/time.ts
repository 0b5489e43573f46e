import { PgsealError } from '../errors.ts'
import { requireLength, same } from './binary-form.ts'
import type { TypeCodec } from './codec.ts'
import { fieldOverflow, parseDatetime } from './datetime-parser.ts'
import { timeText } from './datetime-text.ts'

// Stored form: microseconds since midnight, a signed 64-bit integer, 0 to 86400000000 (24:00:00).

const dayMicros = 86_400_000_000

/** Rounds to the digits after the point that time(p), timestamp(p) and interval(p) keep, half away from zero. */
export function roundMicros(micros: bigint, precision: number): bigint {
  if (precision < 0 || precision >= 6) return micros
  const unit = 10n ** BigInt(6 - precision)
  const half = unit / 2n
  return micros >= 0n ? ((micros + half) / unit) * unit : -(((-micros + half) / unit) * unit)
}

export function storeTime(micros: number, typmod: number): Buffer {
  const stored = Buffer.allocUnsafe(8)
  stored.writeBigInt64BE(roundMicros(BigInt(micros), typmod))
  return stored
}

export const time: TypeCodec = {
  fromText(text, typmod, settings) {
    const parsed = parseDatetime(text, 'time', settings)
    if (parsed.special !== undefined || parsed.micros === undefined)
      throw new PgsealError('invalidDatetime', { type: 'time' })
    return storeTime(parsed.micros, typmod)
  },
  fromBinary(bytes, typmod) {
    requireLength(bytes, 8, 'time')
    const micros = bytes.readBigInt64BE()
    if (micros < 0n || micros > BigInt(dayMicros)) throw fieldOverflow('time')
    return typmod < 0 ? bytes : storeTime(Number(micros), typmod)
  },
  toText: (stored) => Buffer.from(timeText(Number(stored.readBigInt64BE())), 'latin1'),
  toBinary: same,
  comparisonForm: same,
}
