import { PgsealError } from '../errors.js';
import { isSpace, requireText } from './characters.js';
import { fractionMicros } from './datetime-parser.js';
const units = new Map([
    ['micro', 'us usec usecs usecond useconds microsecon microsecond microseconds'],
    ['milli', 'ms msec msecs msecond mseconds millisecon millisecond milliseconds'],
    ['second', 's sec secs second seconds'],
    ['minute', 'm min mins minute minutes'],
    ['hour', 'h hr hrs hour hours'],
    ['day', 'd day days'],
    ['week', 'w week weeks'],
    ['month', 'mon mons month months'],
    ['year', 'y yr yrs year years'],
    ['decade', 'dec decs decade decades'],
    ['century', 'c cent century centuries'],
    ['millennium', 'mil mils millennia millennium'],
].flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit])));
const yearsOf = { year: 1, decade: 10, century: 100, millennium: 1000 };
const microsOf = {
    micro: 1,
    milli: 1000,
    second: 1_000_000,
    minute: 60_000_000,
    hour: 3_600_000_000,
};
const dayMicros = 86_400_000_000;
function bad() {
    return new PgsealError('invalidDatetime', { type: 'interval' });
}
function refuse(why) {
    return new PgsealError('datetimeSpelling', { type: 'interval', why });
}
function overflow() {
    return new PgsealError('intervalFieldOverflow');
}
function int32(value) {
    if (value > 0x7fffffff || value < -0x80000000)
        throw overflow();
    return value;
}
/** The fields as the server adds them up, each within its own type. */
class IntervalSum {
    #years = 0;
    #months = 0;
    #days = 0;
    #micros = 0n;
    addMonths(months) {
        this.#months = int32(this.#months + int32(months));
    }
    addDays(days) {
        this.#days = int32(this.#days + int32(days));
    }
    addMicros(micros) {
        this.#micros += micros;
        if (BigInt.asIntN(64, this.#micros) !== this.#micros)
            throw overflow();
    }
    /** A part of a unit in doubles, as the server reckons; the nearest microsecond, half away from zero. */
    addFraction(fraction, unitMicros) {
        const micros = fraction * unitMicros;
        const whole = Math.trunc(micros);
        const rest = micros - whole;
        this.addMicros(BigInt(rest > 0.5 ? whole + 1 : rest < -0.5 ? whole - 1 : whole));
    }
    addFractionOfDays(fraction, unitDays) {
        const days = fraction * unitDays;
        const whole = Math.trunc(days);
        this.addDays(whole);
        this.addFraction(days - whole, dayMicros);
    }
    /** A quantity: digits, the sign apart, and its fraction, which has the sign. */
    add(unit, negative, digits, part) {
        const size = BigInt(digits === '' ? '0' : digits.length > 20 ? digits.replace(/^0+(?=\d)/, '').slice(0, 20) : digits);
        if (size >= 2n ** 63n + (negative ? 1n : 0n))
            throw overflow();
        const whole = negative ? -size : size;
        const micros = microsOf[unit];
        if (micros !== undefined) {
            this.addMicros(whole * BigInt(micros));
            this.addFraction(part, micros);
            return;
        }
        // Beyond 2^31 months, days and weeks overflow anyway.
        const count = Number(whole);
        if (unit === 'day' || unit === 'week') {
            this.addDays(unit === 'week' ? count * 7 : count);
            if (unit === 'week')
                this.addFractionOfDays(part, 7);
            else
                this.addFraction(part, dayMicros);
        }
        else if (unit === 'month') {
            this.addMonths(count);
            this.addFractionOfDays(part, 30);
        }
        else {
            // How a part of a year is rounded changed between versions.
            if (part !== 0)
                throw refuse('Years and longer units are read without a fraction.');
            this.#years = int32(this.#years + int32(count * yearsOf[unit]));
        }
    }
    negate() {
        if (this.#micros === -(2n ** 63n))
            throw overflow();
        this.#years = int32(0 - this.#years);
        this.#months = int32(0 - this.#months);
        this.#days = int32(0 - this.#days);
        this.#micros = -this.#micros;
    }
    parts() {
        return { months: int32(this.#years * 12 + this.#months), days: this.#days, micros: this.#micros };
    }
}
const tokenPattern = /[\s,@]+|(?<sign>[+-]?)\s*(?:(?<hour>\d+):(?<minute>\d+)(?::(?<second>\d+)(?<part>\.\d*)?)?(?![\d:.])|(?<year>\d+)-(?<month>\d+)(?![\d:./-])|(?<digits>\d+)(?<fraction>\.\d+)?(?![\d:./-]))|(?<bare>\.\d+)(?![\d:./-])|(?<word>[a-z]+)(?![a-z/_.])/y;
function tokens(text) {
    const found = [];
    let at = 0;
    while (at < text.length) {
        tokenPattern.lastIndex = at;
        const match = tokenPattern.exec(text);
        if (match === null) {
            throw /\d/.test(text) ? refuse('The text is not one of the spellings that are read.') : bad();
        }
        at = tokenPattern.lastIndex;
        if (!/^[\s,@]/.test(match[0]))
            found.push(match.groups);
    }
    return found;
}
function requireOnce(seen, ...fields) {
    for (const field of fields) {
        if (seen.has(field))
            throw bad();
        seen.add(field);
    }
}
/** From the last token to the first, since a unit stands behind its number, and a number before a time counts days. */
function readTokens(found, allNegative, sum) {
    const seen = new Set();
    let unit;
    let numberExpected = false;
    for (const token of [...found].reverse()) {
        const negative = allNegative || token.sign === '-';
        if (token.word !== undefined) {
            if (numberExpected)
                throw bad();
            unit = units.get(token.word);
            if (unit === undefined)
                throw bad();
            numberExpected = true;
        }
        else if (token.hour !== undefined) {
            if (numberExpected)
                throw bad();
            requireOnce(seen, 'hour', 'minute', 'second', 'milli', 'micro');
            addTime(token, negative, sum);
            unit = 'day';
        }
        else if (token.year !== undefined) {
            if (numberExpected)
                throw bad();
            requireOnce(seen, 'year', 'month');
            if (Number(token.month) > 11)
                throw overflow();
            const months = Number(token.year) * 12 + Number(token.month);
            sum.addMonths(negative ? -months : months);
            unit = 'month';
        }
        else {
            const of = unit ?? 'second';
            requireOnce(seen, of);
            const fraction = token.fraction ?? token.bare ?? '';
            if (of === 'second' && Number(fraction) !== 0)
                requireOnce(seen, 'milli', 'micro');
            sum.add(of, negative, token.digits ?? '', Number(`${negative ? '-' : ''}0${fraction}`));
            numberExpected = false;
            unit = of;
        }
    }
    if (numberExpected || seen.size === 0)
        throw bad();
}
function addTime(token, negative, sum) {
    const [minute, second] = [Number(token.minute), Number(token.second ?? '0')];
    if (minute > 59 || second > 60)
        throw overflow();
    const rest = (minute * 60 + second) * 1_000_000 + (token.part ? fractionMicros(token.part) : 0);
    const hour = token.hour;
    if (hour.length > 18)
        throw overflow();
    const micros = BigInt(hour) * 3600000000n + BigInt(rest);
    sum.addMicros(negative ? -micros : micros);
}
const isoPattern = /^P(?=.)(?:(-?\d+)Y)?(?:(-?\d+)M)?(?:(-?\d+)(\.\d*)?W)?(?:(-?\d+)(\.\d*)?D)?(?:T(?=.)(?:(-?\d+)(\.\d*)?H)?(?:(-?\d+)(\.\d*)?M)?(?:(-?\d+)(\.\d*)?S)?)?$/;
function readIso(text, sum) {
    const match = isoPattern.exec(text);
    if (match === null)
        throw refuse('ISO 8601 intervals are read with designators, whole years and months, each once.');
    const add = (unit, whole, fraction = '') => {
        if (whole === undefined)
            return;
        // Here the server reads both as one double.
        const value = Number(whole + fraction);
        sum.add(unit, whole.startsWith('-'), whole.replace('-', ''), value - Math.trunc(value));
    };
    add('year', match[1]);
    add('month', match[2]);
    add('week', match[3], match[4]);
    add('day', match[5], match[6]);
    add('hour', match[7], match[8]);
    add('minute', match[9], match[10]);
    add('second', match[11], match[12]);
}
/** What interval_in makes of the text under an IntervalStyle. */
export function parseInterval(bytes, style) {
    requireText(bytes);
    let start = 0;
    while (start < bytes.length && isSpace(bytes[start]))
        start++;
    if (bytes.length - start > 400)
        throw bad();
    const original = bytes.toString('latin1', start).trimEnd();
    const sum = new IntervalSum();
    if (original.startsWith('P')) {
        readIso(original, sum);
        return sum.parts();
    }
    if (/^[+-]?infinity$/i.test(original))
        throw refuse('Infinite intervals are new in PostgreSQL 17.');
    const found = tokens(original.toLowerCase());
    const ago = found.at(-1)?.word === 'ago';
    if (ago)
        found.pop();
    // One leading minus is the sign of the whole in the SQL standard's style.
    const allNegative = style === 'sql_standard' && found[0]?.sign === '-' && !found.slice(1).some((token) => token.sign);
    readTokens(found, allNegative, sum);
    if (ago)
        sum.negate();
    return sum.parts();
}
//# sourceMappingURL=interval-parser.js.map