import { PgsealError } from '../errors.js';
import { sqlName } from './binary-form.js';
import { lastDay } from './calendar.js';
import { infinityDay, minusInfinityDay, storeDate } from './date.js';
import { fieldOverflow } from './datetime-parser.js';
import { canonicalDecimal, readDecimal, roundDecimal } from './decimal.js';
import { float4, float8, floatText, readFloat, storeFloat } from './float.js';
import { readInteger, storeInteger } from './integer.js';
import { readInterval, storeInterval } from './interval.js';
import { storeJsonb } from './jsonb.js';
import { isNumericNaN, numeric, numericInfinity } from './numeric.js';
import { withoutTrailingBlanks } from './text.js';
import { storeTime } from './time.js';
import { settingZone } from './time-zone.js';
import { infinityMicros, joinMicros, localToUtc, minusInfinityMicros, splitMicros, storeMicros, storeTimestamp, utcToLocal, } from './timestamp.js';
import { defaultValueSettings } from './value-settings.js';
const assigned = (convert) => ({ assignment: true, convert });
const explicit = (convert) => ({ assignment: false, convert });
const latin1 = (text) => Buffer.from(text, 'latin1');
function integerToFloat(name) {
    // Through text, since a 64-bit integer must be rounded to a float4 once, not twice.
    if (name === 'float4')
        return (stored) => float4.fromText(latin1(`${readInteger(stored)}`), -1, defaultValueSettings);
    return (stored) => storeFloat('float8', Number(readInteger(stored)));
}
const integerToNumeric = (stored) => numeric.fromText(latin1(`${readInteger(stored)}`), -1, defaultValueSettings);
const integerTo = (name) => (stored) => storeInteger(name, readInteger(stored));
/** Half to even. */
function roundFloat(value) {
    const floor = Math.floor(value);
    const rest = value - floor;
    return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}
const floatToInteger = (from, to) => (stored) => {
    const value = roundFloat(readFloat(from, stored));
    if (!Number.isFinite(value))
        throw new PgsealError('valueOutOfRange', { type: sqlName[to] });
    return storeInteger(to, BigInt(value));
};
/** Numeric takes 6 digits of a float4 and 15 of a float8. */
const floatToNumeric = (from) => (stored) => numeric.fromText(latin1(floatText(from, readFloat(from, stored), 0)), -1, defaultValueSettings);
/** A double as float4; 22003 when it is too large, or so small that nothing is left. */
function float8ToFloat4(stored) {
    const value = stored.readDoubleBE();
    const single = Math.fround(value);
    if ((!Number.isFinite(single) && Number.isFinite(value)) || (single === 0 && value !== 0)) {
        throw new PgsealError('valueOutOfRange', { type: sqlName.float4 });
    }
    return storeFloat('float4', single);
}
const numericToInteger = (to) => (stored) => {
    if (isNumericNaN(stored) || numericInfinity(stored) !== 0) {
        throw new PgsealError('cannotConvertSpecial', { type: sqlName[to] });
    }
    const rounded = roundDecimal(readDecimal(stored), 0);
    if (rounded.digits.length - rounded.scale > 19)
        throw new PgsealError('valueOutOfRange', { type: sqlName[to] });
    const [digits, tens] = canonicalDecimal(rounded).split('e');
    return storeInteger(to, BigInt(digits) * 10n ** BigInt(tens ?? '0'));
};
const numericToFloat = (to) => {
    const codec = to === 'float4' ? float4 : float8;
    return (stored, settings) => codec.fromText(numeric.toText(stored, settings), -1, settings);
};
const boolToText = (stored) => latin1(stored[0] === 0 ? 'false' : 'true');
/** Local microseconds of a date's midnight; its infinities become those of timestamps. */
function dateToMicros(stored, name) {
    const days = stored.readInt32BE();
    if (days === infinityDay)
        return infinityMicros;
    if (days === minusInfinityDay)
        return minusInfinityMicros;
    const micros = joinMicros(days, 0);
    storeTimestamp(name, micros, -1);
    return micros;
}
const isInfinite = (micros) => micros === infinityMicros || micros === minusInfinityMicros;
/** Local microseconds as an instant in the session's zone. */
function localToStored(local, settings) {
    if (isInfinite(local))
        return storeMicros(local);
    return storeTimestamp('timestamptz', localToUtc(local, settingZone(settings.timeZone)), -1);
}
function localOf(name, stored, settings) {
    const micros = stored.readBigInt64BE();
    if (name === 'timestamp' || isInfinite(micros))
        return micros;
    return utcToLocal(micros, settingZone(settings.timeZone)).local;
}
const timestampToDate = (name) => (stored, settings) => {
    const local = localOf(name, stored, settings);
    if (isInfinite(local))
        return storeDate(local === infinityMicros ? infinityDay : minusInfinityDay);
    return storeDate(Math.min(splitMicros(local).days, lastDay));
};
/** The server makes NULL of an infinite timestamp's time, which no stored form is: refused. */
const timestampToTime = (name) => (stored, settings) => {
    const local = localOf(name, stored, settings);
    if (isInfinite(local))
        throw fieldOverflow('time');
    return storeTime(splitMicros(local).time, -1);
};
function intervalToTime(stored) {
    const dayMicros = 86400000000n;
    const rest = readInterval(stored).micros % dayMicros;
    return storeTime(Number(rest < 0n ? rest + dayMicros : rest), -1);
}
const timeToInterval = (stored) => storeInterval({ months: 0, days: 0, micros: stored.readBigInt64BE() }, -1);
const same = (stored) => stored;
const fromInteger = {
    int2: assigned(integerTo('int2')),
    int4: assigned(integerTo('int4')),
    int8: assigned(integerTo('int8')),
    float4: assigned(integerToFloat('float4')),
    float8: assigned(integerToFloat('float8')),
    numeric: assigned(integerToNumeric),
};
const fromFloat = (from) => ({
    int2: assigned(floatToInteger(from, 'int2')),
    int4: assigned(floatToInteger(from, 'int4')),
    int8: assigned(floatToInteger(from, 'int8')),
    numeric: assigned(floatToNumeric(from)),
});
const toBool = explicit((stored) => Buffer.from([readInteger(stored) === 0n ? 0 : 1]));
export const casts = {
    bool: {
        int4: explicit((stored) => storeInteger('int4', BigInt(stored[0]))),
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
            const local = localOf('timestamptz', stored, settings);
            return isInfinite(local) ? storeMicros(local) : storeTimestamp('timestamp', local, -1);
        }),
    },
    time: { interval: assigned(timeToInterval) },
    interval: { time: assigned(intervalToTime) },
    json: { jsonb: assigned((stored) => storeJsonb(stored)) },
    jsonb: { json: assigned((stored) => stored.subarray(1)) },
};
//# sourceMappingURL=casts.js.map