import { PgsealError } from '../errors.js';
import { requireLength, same } from './binary-form.js';
import { fieldOverflow, parseDatetime } from './datetime-parser.js';
import { timeText } from './datetime-text.js';
// Stored form: microseconds since midnight, a signed 64-bit integer, 0 to 86400000000 (24:00:00).
const dayMicros = 86_400_000_000;
/** Rounds to the digits after the point that time(p), timestamp(p) and interval(p) keep, half away from zero. */
export function roundMicros(micros, precision) {
    if (precision < 0 || precision >= 6)
        return micros;
    const unit = 10n ** BigInt(6 - precision);
    const half = unit / 2n;
    return micros >= 0n ? ((micros + half) / unit) * unit : -(((-micros + half) / unit) * unit);
}
export function storeTime(micros, typmod) {
    const stored = Buffer.allocUnsafe(8);
    stored.writeBigInt64BE(roundMicros(BigInt(micros), typmod));
    return stored;
}
export const time = {
    fromText(text, typmod, settings) {
        const parsed = parseDatetime(text, 'time', settings);
        if (parsed.special !== undefined || parsed.micros === undefined)
            throw new PgsealError('invalidDatetime', { type: 'time' });
        return storeTime(parsed.micros, typmod);
    },
    fromBinary(bytes, typmod) {
        requireLength(bytes, 8, 'time');
        const micros = bytes.readBigInt64BE();
        if (micros < 0n || micros > BigInt(dayMicros))
            throw fieldOverflow('time');
        return typmod < 0 ? bytes : storeTime(Number(micros), typmod);
    },
    toText: (stored) => Buffer.from(timeText(Number(stored.readBigInt64BE())), 'latin1'),
    toBinary: same,
    comparisonForm: same,
};
//# sourceMappingURL=time.js.map