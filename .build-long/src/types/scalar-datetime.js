// Fields of dates and timestamps, and days added to a date.
import { PgsealError } from '../errors.js';
import { civilOf, daysOf, julianEpoch, unixToEpochSeconds, weekday } from './calendar.js';
import { explicitCast } from './conversion.js';
import { infinityDay, minusInfinityDay, storeDate } from './date.js';
import { fieldOverflow } from './datetime-parser.js';
import { storeDecimal } from './decimal.js';
import { storeFloat } from './float.js';
import { readInteger, storeInteger } from './integer.js';
import { storeSpecial } from './numeric.js';
import { strict } from './scalar-form.js';
import { infinityMicros, joinMicros, minusInfinityMicros, splitMicros, storeTimestamp } from './timestamp.js';
const isText = (type) => type === undefined || type === 'text' || type === 'varchar';
const isInstant = (type) => type === 'date' || type === 'timestamp' || type === 'timestamptz';
export function datetimeScalar(name, given) {
    const [first, second] = given;
    if (given.length !== 2)
        return undefined;
    switch (name) {
        case 'extract':
        case 'date_part':
            if (!isText(first) || !isInstant(second))
                return undefined;
            // date_part() of a date is that of its midnight.
            return field(name, name === 'date_part' && second === 'date' ? 'timestamp' : second);
        case 'date_trunc':
            return isText(first) && (second === 'timestamp' || second === 'date') ? truncation(second) : undefined;
        case '+':
            if (first === 'date' && isInteger(second))
                return moved(['date', 'int4'], 1);
            return second === 'date' && isInteger(first) ? moved(['int4', 'date'], 1) : undefined;
        case '-':
            if (first !== 'date')
                return undefined;
            if (isInteger(second))
                return moved(['date', 'int4'], -1);
            return second === 'date' ? days : undefined;
        default:
            return undefined;
    }
}
const isInteger = (type) => type === 'int4' || type === 'int2';
function moved(takes, sign) {
    return {
        takes,
        to: 'date',
        compute: strict((values) => {
            const date = values[takes.indexOf('date')];
            const day = date.readInt32BE();
            if (day === infinityDay || day === minusInfinityDay)
                return date;
            return storeDate(finiteDay(day + sign * Number(readInteger(values[takes.indexOf('int4')]))));
        }),
    };
}
/** A sum must not become one of the two values that mean infinity. */
function finiteDay(day) {
    if (day <= minusInfinityDay || day >= infinityDay)
        throw fieldOverflow('date');
    return day;
}
const days = {
    takes: ['date', 'date'],
    to: 'int4',
    compute: strict(([a, b]) => {
        const [left, right] = [a.readInt32BE(), b.readInt32BE()];
        for (const day of [left, right]) {
            if (day === infinityDay || day === minusInfinityDay)
                throw new PgsealError('cannotSubtractInfiniteDates', {});
        }
        return storeInteger('int4', BigInt(left - right));
    }),
};
/** As local time of the session; the sign of an infinity. */
function localOf(stored, type, settings) {
    if (type === 'date') {
        const day = stored.readInt32BE();
        return day === infinityDay ? 1 : day === minusInfinityDay ? -1 : { days: day, time: 0 };
    }
    const local = type === 'timestamp' ? stored : explicitCast('timestamptz', { name: 'timestamp', typmod: -1 })(stored, settings);
    const micros = local.readBigInt64BE();
    if (micros === infinityMicros)
        return 1;
    return micros === minusInfinityMicros ? -1 : splitMicros(micros);
}
const whole = (value) => ({ units: BigInt(value), scale: 0 });
/** Fields that a date has too. */
const dateFields = {
    year: ({ days: day }) => shownYear(civilOf(day).year),
    quarter: ({ days: day }) => Math.floor((civilOf(day).month - 1) / 3) + 1,
    month: ({ days: day }) => civilOf(day).month,
    day: ({ days: day }) => civilOf(day).day,
    dow: ({ days: day }) => weekday(day),
    isodow: ({ days: day }) => weekday(day) || 7,
    doy: ({ days: day }) => day - daysOf(civilOf(day).year, 1, 1) + 1,
};
const timeFields = {
    hour: (time) => whole(Math.floor(time / 3_600_000_000)),
    minute: (time) => whole(Math.floor(time / 60_000_000) % 60),
    second: (time) => ({ units: BigInt(time % 60_000_000), scale: 6 }),
    milliseconds: (time) => ({ units: BigInt(time % 60_000_000), scale: 3 }),
    microseconds: (time) => ({ units: BigInt(time % 60_000_000), scale: 0 }),
};
/** The fields that grow with time, so that those of infinity are infinite; all others are NULL then. */
const growing = new Set(['year', 'epoch', 'julian']);
/** There is no year 0: 1 BC is -1. */
function shownYear(year) {
    return year > 0 ? year : year - 1;
}
function amountOf(name, stored, type, local) {
    const ofDate = dateFields[name];
    if (ofDate !== undefined)
        return whole(ofDate(local));
    if (name === 'epoch') {
        if (type === 'date')
            return { units: BigInt(local.days) * 86400n + BigInt(unixToEpochSeconds), scale: 0 };
        return { units: stored.readBigInt64BE() + BigInt(unixToEpochSeconds) * 1000000n, scale: 6 };
    }
    if (type === 'date')
        return name === 'julian' ? whole(local.days + julianEpoch) : undefined;
    return timeFields[name]?.(local.time);
}
function field(call, type) {
    const to = call === 'extract' ? 'numeric' : 'float8';
    return {
        takes: ['text', type],
        to,
        compute: strict(([asked, stored], settings) => {
            const name = asked.toString('utf8').toLowerCase();
            const known = dateFields[name] ?? timeFields[name] ?? (growing.has(name) ? name : undefined);
            const local = localOf(stored, type, settings);
            if (known === undefined)
                throw new PgsealError('computedNotServed', { function: call });
            if (local === 1 || local === -1) {
                if (type === 'date' && timeFields[name] !== undefined)
                    throw new PgsealError('computedNotServed', { function: call });
                if (!growing.has(name))
                    return null;
                return to === 'numeric' ? storeSpecial(local, -1) : storeFloat('float8', local * Infinity);
            }
            const amount = amountOf(name, stored, type, local);
            if (amount === undefined)
                throw new PgsealError('computedNotServed', { function: call });
            return to === 'numeric' ? asNumeric(amount) : storeFloat('float8', asNumber(name, amount));
        }),
    };
}
function asNumeric({ units, scale }) {
    const digits = (units < 0n ? -units : units).toString();
    return storeDecimal({ negative: units < 0n, digits: digits === '0' ? '' : digits, scale, shown: scale });
}
/** In double precision, rounded where the server rounds: all but the epoch are whole seconds and a fraction. */
function asNumber(name, { units, scale }) {
    const value = Number(units);
    const of = 10 ** scale;
    if (name === 'second')
        return Math.floor(value / of) + (value % of) / of;
    if (name === 'milliseconds')
        return Math.floor(value / 1_000_000) * 1000 + (value % 1_000_000) / 1000;
    return value / of;
}
function truncation(type) {
    // There is no date_trunc of a date: it becomes a timestamptz, whose zone decides.
    return {
        takes: ['text', type === 'date' ? 'timestamptz' : 'timestamp'],
        to: type === 'date' ? 'timestamptz' : 'timestamp',
        compute: strict(([asked, stored], settings) => {
            const name = asked.toString('utf8').toLowerCase();
            const local = localOf(stored, type === 'date' ? 'timestamptz' : 'timestamp', settings);
            if (local === 1 || local === -1)
                return stored;
            const start = startOf(name, local);
            if (start === undefined)
                throw new PgsealError('computedNotServed', { function: 'date_trunc' });
            const cut = storeTimestamp('timestamp', start, -1);
            if (type === 'timestamp')
                return cut;
            return explicitCast('timestamp', { name: 'timestamptz', typmod: -1 })(cut, settings);
        }),
    };
}
const timeUnits = {
    hour: 3_600_000_000,
    minute: 60_000_000,
    second: 1_000_000,
    milliseconds: 1000,
    microseconds: 1,
};
function startOf(name, { days: day, time }) {
    const unit = timeUnits[name];
    if (unit !== undefined)
        return joinMicros(day, time - (time % unit));
    const { year, month } = civilOf(day);
    switch (name) {
        case 'day':
            return joinMicros(day, 0);
        case 'week':
            return joinMicros(day - ((weekday(day) || 7) - 1), 0);
        case 'month':
            return joinMicros(daysOf(year, month, 1), 0);
        case 'quarter':
            return joinMicros(daysOf(year, month - ((month - 1) % 3), 1), 0);
        case 'year':
            return joinMicros(daysOf(year, 1, 1), 0);
        default:
            return undefined;
    }
}
//# sourceMappingURL=scalar-datetime.js.map