import { daysOf, unixToEpochSeconds, weekday } from './calendar.js';
const namePattern = '<([^<>]+)>|([A-Za-z]+)';
const offsetPattern = '([+-]?)(\\d{1,3})(?::(\\d{1,2})(?::(\\d{1,2}))?)?';
const rulePattern = '(J\\d{1,3}|\\d{1,3}|M\\d{1,2}\\.\\d\\.\\d)(?:/([+-]?\\d{1,3}(?::\\d{1,2}(?::\\d{1,2})?)?))?';
const specification = new RegExp(`^(?:${namePattern})${offsetPattern}(?:(?:${namePattern})(?:${offsetPattern})?,${rulePattern},${rulePattern})?$`);
function seconds(sign, hours = '0', minutes = '0', rest = '0') {
    if (Number(hours) > 167 || Number(minutes) > 59 || Number(rest) > 60)
        return undefined;
    const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
    return sign === '-' ? -total : total;
}
function readRule(text, time) {
    const [, sign, hours, minutes, rest] = /^([+-]?)(\d+)(?::(\d+))?(?::(\d+))?$/.exec(time ?? '2');
    const at = seconds(sign, hours, minutes, rest);
    if (at === undefined)
        return undefined;
    if (text.startsWith('J')) {
        // Day 60 is 1 March in every year.
        const day = Number(text.slice(1));
        if (day < 1 || day > 365)
            return undefined;
        return { time: at, yearDays: (year) => (day < 60 ? daysOf(year, 1, day) : daysOf(year, 3, 1) + day - 60) };
    }
    if (!text.startsWith('M')) {
        const day = Number(text);
        return day > 365 ? undefined : { time: at, yearDays: (year) => daysOf(year, 1, 1) + day };
    }
    const [month, week, day] = text.slice(1).split('.').map(Number);
    if (month < 1 || month > 12 || week < 1 || week > 5 || day > 6)
        return undefined;
    return {
        time: at,
        yearDays(year) {
            const first = daysOf(year, month, 1);
            const next = month === 12 ? daysOf(year + 1, 1, 1) : daysOf(year, month + 1, 1);
            let found = first + ((day - weekday(first) + 7) % 7) + (week - 1) * 7;
            while (found >= next)
                found -= 7;
            return found;
        },
    };
}
/**
 * Reads a POSIX TZ specification such as `CET-1CEST,M3.5.0,M10.5.0/3` or `<+02>-02`; undefined when it is none, or names
 * summer time without saying when (which depends on a file of the server).
 */
export function readPosixZone(text) {
    const match = specification.exec(text);
    if (match === null)
        return undefined;
    const west = seconds(match[3], match[4], match[5], match[6]);
    const standardName = match[1] ?? match[2];
    if (west === undefined || standardName === undefined)
        return undefined;
    const standard = { offset: 0 - west, abbreviation: standardName };
    const summerName = match[7] ?? match[8];
    if (summerName === undefined)
        return { standard, summer: undefined };
    const summerWest = match[10] === undefined ? west - 3600 : seconds(match[9], match[10], match[11], match[12]);
    const start = readRule(match[13], match[14]);
    const end = readRule(match[15], match[16]);
    if (summerWest === undefined || start === undefined || end === undefined)
        return undefined;
    return { standard, summer: { period: { offset: 0 - summerWest, abbreviation: summerName }, start, end } };
}
/** The two changes of a year in order, as Unix seconds and what holds from then on. */
export function posixChanges(zone, year) {
    if (zone.summer === undefined)
        return [];
    const { start, end, period } = zone.summer;
    const toSummer = start.yearDays(year) * 86400 + unixToEpochSeconds + start.time - zone.standard.offset;
    const toStandard = end.yearDays(year) * 86400 + unixToEpochSeconds + end.time - period.offset;
    const changes = [
        { at: toSummer, period },
        { at: toStandard, period: zone.standard },
    ];
    return toSummer < toStandard ? changes : changes.reverse();
}
//# sourceMappingURL=posix-zone.js.map