import { PgsealError } from '../errors.js';
import { requireLength, same, sqlName } from './binary-form.js';
import { firstDay, unixToEpochSeconds } from './calendar.js';
import { fieldOverflow, parseDatetime } from './datetime-parser.js';
import { readDateStyle, timestampText } from './datetime-text.js';
import { roundMicros } from './time.js';
import { offsetOfLocal, settingZone } from './time-zone.js';
export const minusInfinityMicros = -(2n ** 63n);
export const infinityMicros = 2n ** 63n - 1n;
const dayMicros = 86_400_000_000;
/** First microsecond of 4714-11-24 BC, and the first after 294276-12-31. */
const firstMicros = BigInt(firstDay) * BigInt(dayMicros);
const endMicros = 9223371331200000000n;
/** Stored form of finite microseconds; 22008 outside the type's range. */
export function storeTimestamp(name, micros, typmod) {
    // The server rounds after it has checked.
    if (micros < firstMicros || micros >= endMicros)
        throw fieldOverflow(name);
    return storeMicros(roundMicros(micros, typmod));
}
export function storeMicros(micros) {
    const stored = Buffer.allocUnsafe(8);
    stored.writeBigInt64BE(micros);
    return stored;
}
/** Day and microsecond of the day of finite microseconds. */
export function splitMicros(micros) {
    const small = Number(micros);
    if (Number.isSafeInteger(small)) {
        let time = small % dayMicros;
        if (time < 0)
            time += dayMicros;
        return { days: (small - time) / dayMicros, time };
    }
    let time = micros % BigInt(dayMicros);
    if (time < 0n)
        time += BigInt(dayMicros);
    return { days: Number((micros - time) / BigInt(dayMicros)), time: Number(time) };
}
export function joinMicros(days, time) {
    return BigInt(days) * BigInt(dayMicros) + BigInt(time);
}
/** Local microseconds in a zone to microseconds of UTC. */
export function localToUtc(local, zone) {
    const { days, time } = splitMicros(local);
    const seconds = days * 86400 + Math.floor(time / 1_000_000) + unixToEpochSeconds;
    return local - BigInt(offsetOfLocal(zone, seconds)) * 1000000n;
}
/** Microseconds of UTC to local ones in a zone, with what the zone's clocks had then. */
export function utcToLocal(utc, zone) {
    const { days, time } = splitMicros(utc);
    const period = zone.periodAt(days * 86400 + Math.floor(time / 1_000_000) + unixToEpochSeconds);
    return { local: utc + BigInt(period.offset) * 1000000n, period };
}
function codec(name) {
    const special = {
        infinity: infinityMicros,
        '-infinity': minusInfinityMicros,
        epoch: BigInt(-unixToEpochSeconds) * 1000000n,
    };
    return {
        fromText(text, typmod, settings) {
            const parsed = parseDatetime(text, name, settings);
            if (parsed.special !== undefined)
                return storeMicros(special[parsed.special]);
            if (parsed.days === undefined)
                throw new PgsealError('invalidDatetime', { type: sqlName[name] });
            // Beyond this no offset brings the time back into range.
            if (parsed.days > 106_751_992)
                throw fieldOverflow(name);
            const local = joinMicros(parsed.days, parsed.micros ?? 0);
            if (name === 'timestamp')
                return storeTimestamp(name, local, typmod);
            if (typeof parsed.zone === 'number')
                return storeTimestamp(name, local - BigInt(parsed.zone) * 1000000n, typmod);
            return storeTimestamp(name, localToUtc(local, parsed.zone ?? settingZone(settings.timeZone)), typmod);
        },
        fromBinary(bytes, typmod) {
            requireLength(bytes, 8, name);
            const micros = bytes.readBigInt64BE();
            if (micros === infinityMicros || micros === minusInfinityMicros)
                return bytes;
            const stored = storeTimestamp(name, micros, typmod);
            return typmod < 0 ? bytes : stored;
        },
        toText(stored, settings) {
            const micros = stored.readBigInt64BE();
            if (micros === infinityMicros)
                return Buffer.from('infinity', 'latin1');
            if (micros === minusInfinityMicros)
                return Buffer.from('-infinity', 'latin1');
            const style = readDateStyle(settings.dateStyle);
            if (name === 'timestamp') {
                const { days, time } = splitMicros(micros);
                return Buffer.from(timestampText(days, time, style, undefined), 'latin1');
            }
            const { local, period } = utcToLocal(micros, settingZone(settings.timeZone));
            const { days, time } = splitMicros(local);
            return Buffer.from(timestampText(days, time, style, period), 'latin1');
        },
        toBinary: same,
        comparisonForm: same,
    };
}
export const timestamp = codec('timestamp');
export const timestamptz = codec('timestamptz');
/** Of a stored timestamp or timestamptz. */
export function isInfiniteTimestamp(stored) {
    const micros = stored.readBigInt64BE();
    return micros === infinityMicros || micros === minusInfinityMicros;
}
//# sourceMappingURL=timestamp.js.map