import { requireLength, same } from './binary-form.js';
import { parseInterval } from './interval-parser.js';
import { intervalText } from './interval-text.js';
import { roundMicros } from './time.js';
// Stored form: microseconds (signed 64-bit), days and months (signed 32-bit), big-endian. All three at their least or
// greatest are -infinity and infinity, which servers before version 17 do not know.
const dayMicros = 86400000000n;
export function readInterval(stored) {
    return { micros: stored.readBigInt64BE(0), days: stored.readInt32BE(8), months: stored.readInt32BE(12) };
}
/** Digits after the point of interval(p); the high half of the modifier says which fields, here always all of them. */
function precisionOf(typmod) {
    return typmod < 0 ? -1 : typmod & 0xffff;
}
export function storeInterval({ months, days, micros }, typmod) {
    const stored = Buffer.allocUnsafe(16);
    stored.writeBigInt64BE(BigInt.asIntN(64, roundMicros(micros, precisionOf(typmod))), 0);
    stored.writeInt32BE(days, 8);
    stored.writeInt32BE(months, 12);
    return stored;
}
function infinity({ months, days, micros }) {
    if (months === 0x7fffffff && days === 0x7fffffff && micros === 2n ** 63n - 1n)
        return 1;
    return months === -0x80000000 && days === -0x80000000 && micros === -(2n ** 63n) ? -1 : 0;
}
export const interval = {
    fromText: (text, typmod, settings) => storeInterval(parseInterval(text, settings.intervalStyle), typmod),
    fromBinary(bytes, typmod) {
        requireLength(bytes, 16, 'interval');
        return typmod < 0 ? bytes : storeInterval(readInterval(bytes), typmod);
    },
    toText(stored, settings) {
        const parts = readInterval(stored);
        const infinite = infinity(parts);
        if (infinite !== 0)
            return Buffer.from(infinite === 1 ? 'infinity' : '-infinity', 'latin1');
        return Buffer.from(intervalText(parts, settings.intervalStyle), 'latin1');
    },
    toBinary: same,
    /** The total in microseconds with days of 24 hours and months of 30 days: a signed 128-bit integer, big-endian. */
    comparisonForm(stored) {
        const { months, days, micros } = readInterval(stored);
        const total = (BigInt(months) * 30n + BigInt(days)) * dayMicros + micros;
        const form = Buffer.allocUnsafe(16);
        form.writeBigInt64BE(total >> 64n, 0);
        form.writeBigUInt64BE(BigInt.asUintN(64, total), 8);
        return form;
    },
};
//# sourceMappingURL=interval.js.map