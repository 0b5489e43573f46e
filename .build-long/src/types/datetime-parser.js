import { PgsealError } from '../errors.js';
import { sqlName } from './binary-form.js';
import { daysInMonth, daysOf, firstDay, isLeap, julianEpoch } from './calendar.js';
import { isSpace, requireText } from './characters.js';
import { maxZoneHours, parseIso } from './datetime-iso.js';
import { readDateStyle } from './datetime-text.js';
import { monthWords, refusedWords, relativeWords, weekdayWords, zoneAbbreviations } from './datetime-words.js';
import { namedZone, settingZone } from './time-zone.js';
const tokenPattern = new RegExp([
    '[\\s,]+',
    '(?<time>\\d+:\\d+(?::\\d+(?:\\.\\d*)?)?)(?![\\d:.])',
    '(?<date>\\d+(?<mark>[-/.])\\d+\\k<mark>\\d+)(?![-/.:])',
    // A letter behind a date with the month's name would belong to it.
    '(?<namedDate>\\d+(?<namedMark>[-/.])[a-z]+\\k<namedMark>\\d+)(?![-/.:a-z])',
    '(?<dayOfYear>\\d+-\\d{3})(?![-/.:\\d])',
    '(?<number>\\d+)(?![-/.:\\d])',
    '(?<monthDate>[a-z]{3,9}(?<monthMark>[-/.])\\d+\\k<monthMark>\\d+)(?![-/.:a-z])',
    '(?<zoneName>[a-z_]+(?:/[a-z0-9_+-]+)+)',
    '(?<offset>[+-]\\d+(?::\\d+(?::\\d+)?)?)(?![\\d:.])',
    // A sign behind a word makes it a POSIX time zone.
    '(?<word>[a-z]+)(?![a-z/_.+-])',
].join('|'), 'y');
export function fieldOverflow(type) {
    return new PgsealError('datetimeFieldOverflow', { type: sqlName[type] });
}
/** Microseconds of `.123456789`: what is beyond six digits rounds, half to even, through a double as the server's does. */
export function fractionMicros(fraction) {
    const value = Number(`0${fraction}`) * 1_000_000;
    const floor = Math.floor(value);
    const rest = value - floor;
    return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}
export function parseDatetime(bytes, type, settings) {
    requireText(bytes);
    let start = 0;
    while (start < bytes.length && isSpace(bytes[start]))
        start++;
    // What the server's work buffer cannot hold it calls malformed; no value is that long.
    if (bytes.length - start > 400)
        throw new PgsealError('invalidDatetime', { type: sqlName[type] });
    const text = bytes.toString('latin1', start).toLowerCase().trimEnd();
    const iso = type === 'time' ? undefined : parseIso(text);
    return iso ?? new DatetimeReader(type, settings).read(text);
}
class DatetimeReader {
    #type;
    #settings;
    #year;
    #month;
    #day;
    #dayOfYear;
    #julian;
    #shortYear = false;
    #textMonth = false;
    #beforeChrist;
    #hour;
    #minute = 0;
    #second = 0;
    #micros = 0;
    #afternoon;
    #zone;
    #fields = 0;
    constructor(type, settings) {
        this.#type = type;
        this.#settings = settings;
    }
    read(text) {
        if (text === 'infinity' || text === '-infinity' || text === 'epoch')
            return this.#whole(text);
        let at = 0;
        while (at < text.length) {
            tokenPattern.lastIndex = at;
            const match = tokenPattern.exec(text);
            if (match === null)
                throw this.#unread(text);
            at = tokenPattern.lastIndex;
            const groups = match.groups;
            if (groups.time !== undefined)
                this.#readTime(groups.time);
            else if (groups.date !== undefined)
                this.#readDate(groups.date, groups.mark);
            else if (groups.namedDate !== undefined)
                this.#readDate(groups.namedDate, groups.namedMark);
            else if (groups.monthDate !== undefined)
                this.#readDate(groups.monthDate, groups.monthMark);
            else if (groups.dayOfYear !== undefined)
                this.#readDate(groups.dayOfYear, '-');
            else if (groups.number !== undefined)
                this.#readNumber(groups.number);
            else if (groups.zoneName !== undefined)
                this.#readZoneName(groups.zoneName);
            else if (groups.offset !== undefined)
                this.#readOffset(groups.offset);
            else if (groups.word !== undefined)
                at = this.#readWord(groups.word, text, at);
            else
                continue;
            this.#fields++;
        }
        return this.#finish();
    }
    #bad() {
        return new PgsealError('invalidDatetime', { type: sqlName[this.#type] });
    }
    #refuse(why) {
        return new PgsealError('datetimeSpelling', { type: sqlName[this.#type], why });
    }
    /** Text that has digits and might be some spelling of the server's is refused as such; the rest is malformed. */
    #unread(text) {
        return /\d/.test(text) && !/[^\x20-\x7e\t-\r]/.test(text)
            ? this.#refuse('The text is not one of the spellings that are read.')
            : this.#bad();
    }
    #whole(word) {
        if (this.#type === 'time')
            throw this.#bad();
        return { special: word };
    }
    #hasDate() {
        return (this.#year !== undefined || this.#month !== undefined || this.#day !== undefined || this.#julian !== undefined);
    }
    #dateComplete() {
        return (this.#julian !== undefined ||
            (this.#year !== undefined &&
                (this.#dayOfYear !== undefined || (this.#month !== undefined && this.#day !== undefined))));
    }
    #readTime(text) {
        if (this.#hour !== undefined)
            throw this.#bad();
        if (this.#zone !== undefined)
            throw this.#refuse('A time is read before the offset from UTC.');
        const [, hour, minute, second = '0', fraction = ''] = /^(\d+):(\d+)(?::(\d+)(\.\d*)?)?$/.exec(text);
        this.#hour = this.#integer(hour);
        this.#minute = this.#integer(minute);
        this.#second = this.#integer(second);
        this.#micros = fraction.length > 1 ? fractionMicros(fraction) : 0;
        if (this.#minute > 59 || this.#second > 60)
            throw fieldOverflow(this.#type);
    }
    #integer(digits) {
        const value = Number(digits);
        if (value > 0x7fffffff)
            throw fieldOverflow(this.#type);
        return value;
    }
    #readDate(text, mark) {
        if (this.#fields > 0)
            throw this.#bad();
        const parts = text.split(mark);
        for (const part of parts) {
            if (/^\d/.test(part))
                continue;
            const month = monthWords.get(part);
            if (month === undefined)
                throw this.#bad();
            this.#month = month;
            this.#textMonth = true;
        }
        for (const part of parts)
            if (/^\d/.test(part))
                this.#placeNumber(part);
        if (!this.#dateComplete())
            throw this.#bad();
    }
    #readNumber(digits) {
        if (this.#dateComplete()) {
            throw this.#refuse('A time is read with colons between its parts.');
        }
        if (digits.length >= 6) {
            if (this.#hasDate() || (digits.length !== 6 && digits.length !== 8)) {
                throw this.#refuse('A run of digits is read as a date when it has eight or six of them.');
            }
            if (this.#type === 'time')
                throw this.#refuse('A time is read with colons between its parts.');
            this.#year = Number(digits.slice(0, -4));
            this.#shortYear = digits.length === 6;
            this.#month = Number(digits.slice(-4, -2));
            this.#day = Number(digits.slice(-2));
            return;
        }
        if (digits.length > 4 && !this.#hasDate())
            throw this.#refuse('A run of five digits is not read.');
        this.#placeNumber(digits);
    }
    /** One number of a date: by its length, what is known so far, and the order of DateStyle. */
    #placeNumber(digits) {
        const value = this.#integer(digits);
        const { order } = readDateStyle(this.#settings.dateStyle);
        const asYear = () => {
            this.#year = value;
            this.#shortYear = digits.length <= 2;
        };
        const [year, month, day] = [this.#year !== undefined, this.#month !== undefined, this.#day !== undefined];
        if (year && !month && !day && digits.length === 3 && value >= 1 && value <= 366) {
            this.#dayOfYear = value;
            this.#month = 1;
            this.#day = 1;
        }
        else if (!year && !month && !day) {
            if (digits.length >= 3 || order === 'YMD')
                asYear();
            else if (order === 'DMY')
                this.#day = value;
            else
                this.#month = value;
        }
        else if (year && !month && !day) {
            this.#month = value;
        }
        else if (!year && month && !day) {
            if (this.#textMonth && (digits.length >= 3 || order === 'YMD'))
                asYear();
            else
                this.#day = value;
        }
        else if (year && month && !day) {
            if (this.#textMonth && digits.length >= 3 && this.#shortYear) {
                this.#day = this.#year;
                this.#year = value;
                this.#shortYear = false;
            }
            else {
                this.#day = value;
            }
        }
        else if (!year && !month && day) {
            this.#month = value;
        }
        else if (!year && month && day) {
            asYear();
        }
        else {
            throw this.#bad();
        }
    }
    #readOffset(text) {
        if (this.#zone !== undefined)
            throw this.#bad();
        // pgjdbc writes a date with its offset alone: `2020-01-02 +00`.
        if (this.#hour === undefined && !this.#dateComplete()) {
            throw this.#refuse('An offset from UTC is read after a date or a time.');
        }
        const [, sign, first, minutes, seconds = '0'] = /^([+-])(\d+)(?::(\d+)(?::(\d+))?)?$/.exec(text);
        let hour = this.#integer(first);
        let minute = Number(minutes ?? '0');
        if (minutes === undefined && first.length > 2) {
            minute = hour % 100;
            hour = Math.floor(hour / 100);
        }
        if (hour > maxZoneHours || minute > 59 || Number(seconds) > 59)
            throw new PgsealError('timeZoneDisplacement');
        const size = hour * 3600 + minute * 60 + Number(seconds);
        this.#zone = sign === '-' ? -size : size;
    }
    #readZoneName(name) {
        if (this.#zone !== undefined)
            throw this.#bad();
        if (this.#hour === undefined)
            throw this.#refuse('A time zone is read after a time.');
        const zone = namedZone(name);
        if (zone === undefined)
            throw new PgsealError('unknownTimeZone');
        if (!this.#dateComplete())
            throw this.#refuse('The name of a time zone is read after a date.');
        this.#zone = zone;
    }
    /** Returns where to read on. */
    #readWord(word, text, at) {
        const month = monthWords.get(word);
        if (month !== undefined)
            return this.#readMonth(month, at);
        if (weekdayWords.has(word))
            return at;
        if (relativeWords.has(word))
            throw new PgsealError('relativeDatetime', { type: sqlName[this.#type] });
        if (word === 't') {
            if (!this.#dateComplete() || this.#hour !== undefined || !/^\d+:/.test(text.slice(at)))
                throw this.#unread(text);
            return at;
        }
        if (word === 'j')
            return this.#readJulian(text, at);
        if (word === 'bc' || word === 'ad') {
            if (this.#beforeChrist !== undefined)
                throw this.#bad();
            this.#beforeChrist = word === 'bc';
            return at;
        }
        if (word === 'am' || word === 'pm') {
            if (this.#afternoon !== undefined)
                throw this.#bad();
            this.#afternoon = word === 'pm';
            return at;
        }
        return this.#readAbbreviation(word, text, at);
    }
    #readMonth(month, at) {
        // With a number before it that was taken for a month, the server changes its mind; a second month is an error.
        if (this.#textMonth || this.#dayOfYear !== undefined || this.#julian !== undefined)
            throw this.#bad();
        if (this.#month !== undefined) {
            if (this.#day !== undefined || this.#year !== undefined)
                throw this.#bad();
            this.#day = this.#month;
        }
        this.#month = month;
        this.#textMonth = true;
        return at;
    }
    #readJulian(text, at) {
        const digits = /^\d+(?![\d.:/-])/.exec(text.slice(at))?.[0];
        if (digits === undefined || this.#hasDate())
            throw this.#unread(text);
        this.#julian = this.#integer(digits);
        return at + digits.length;
    }
    #readAbbreviation(word, text, at) {
        const offset = zoneAbbreviations.get(word);
        if (offset === undefined) {
            if (!refusedWords.has(word) && !['infinity', 'epoch'].includes(word))
                throw this.#bad();
            throw this.#refuse('The text has a word or an abbreviation that is not read.');
        }
        if (this.#zone !== undefined)
            throw this.#bad();
        if (this.#hour === undefined || /^[+-]?\d/.test(text.slice(at))) {
            throw this.#refuse('An abbreviation of a time zone is read after a time.');
        }
        // From version 18 on the session's zone is asked first what the abbreviation means.
        const own = settingZone(this.#settings.timeZone).periods;
        if (own.some((period) => period.abbreviation.toLowerCase() === word && period.offset !== offset)) {
            throw this.#refuse('The abbreviation means another offset in the time zone of the session.');
        }
        this.#zone = offset;
        return at;
    }
    #finish() {
        if (this.#fields === 0)
            throw this.#bad();
        if (this.#hasDate() && this.#type === 'time')
            throw this.#refuse('A time of day is read without a date.');
        const days = this.#hasDate() ? this.#finishDate() : undefined;
        if (days === undefined && this.#beforeChrist !== undefined)
            throw this.#bad();
        if (days === undefined && this.#type !== 'time')
            throw this.#bad();
        return { special: undefined, days, micros: this.#finishTime(), zone: this.#zone };
    }
    #finishDate() {
        if (!this.#dateComplete())
            throw this.#bad();
        if (this.#julian !== undefined) {
            if (this.#beforeChrist !== undefined)
                throw this.#refuse('A Julian day number is read without an era.');
            return this.#julian - julianEpoch;
        }
        let year = this.#year;
        if (this.#dayOfYear !== undefined && this.#beforeChrist === true) {
            throw this.#refuse('A day of the year is read without an era.');
        }
        if (this.#beforeChrist === true) {
            if (year <= 0)
                throw fieldOverflow(this.#type);
            year = 1 - year;
        }
        else if (this.#shortYear) {
            year += year < 70 ? 2000 : 1900;
        }
        else if (year === 0) {
            throw fieldOverflow(this.#type);
        }
        if (this.#dayOfYear !== undefined) {
            const days = daysOf(year, 1, 1) + this.#dayOfYear - 1;
            // Day 366 of a common year is the first of the next, which the server takes without a word.
            if (this.#dayOfYear === 366 && !isLeap(year))
                throw this.#refuse('The year has 365 days.');
            return this.#inRange(days);
        }
        const [month, day] = [this.#month, this.#day];
        if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
            throw fieldOverflow(this.#type);
        return this.#inRange(daysOf(year, month, day));
    }
    #inRange(days) {
        // The server checks the month alone here; the whole value is checked later, an offset from UTC included.
        if (days < firstDay - 23)
            throw fieldOverflow(this.#type);
        return days;
    }
    #finishTime() {
        if (this.#hour === undefined) {
            if (this.#afternoon !== undefined || this.#type === 'time')
                throw this.#bad();
            return undefined;
        }
        let hour = this.#hour;
        if (this.#afternoon !== undefined) {
            if (hour > 12)
                throw fieldOverflow(this.#type);
            if (hour === 12)
                hour = 0;
            if (this.#afternoon)
                hour += 12;
        }
        const micros = ((hour * 60 + this.#minute) * 60 + this.#second) * 1_000_000 + this.#micros;
        if (hour > 24 || micros > 86_400_000_000)
            throw fieldOverflow(this.#type);
        return micros;
    }
}
//# sourceMappingURL=datetime-parser.js.map