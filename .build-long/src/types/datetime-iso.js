import { daysInMonth, daysOf } from './calendar.js';
/** Offsets from UTC of more hours are 22009. */
export const maxZoneHours = 15;
// What nearly all drivers send.
const isoPattern = /^(\d{4})-(\d{2})-(\d{2})(?:[ t](\d{2}):(\d{2}):(\d{2})(\.\d{1,6})?(?:(z)|([+-])(\d{2})(?::(\d{2}))?)?)?$/;
/** The plain ISO forms with every field in its range; undefined for all else, which the reader below judges. */
export function parseIso(text) {
    const match = isoPattern.exec(text);
    if (match === null)
        return undefined;
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (year === 0 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
        return undefined;
    const days = daysOf(year, month, day);
    if (match[4] === undefined)
        return { special: undefined, days, micros: undefined, zone: undefined };
    const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6])];
    const [zoneHour, zoneMinute] = [Number(match[10] ?? '0'), Number(match[11] ?? '0')];
    if (hour > 23 || minute > 59 || second > 59 || zoneHour > maxZoneHours || zoneMinute > 59)
        return undefined;
    const fraction = match[7] === undefined ? 0 : Number(match[7].slice(1).padEnd(6, '0'));
    const size = zoneHour * 3600 + zoneMinute * 60;
    const zone = match[8] !== undefined ? 0 : match[9] === undefined ? undefined : match[9] === '-' ? 0 - size : size;
    return { special: undefined, days, micros: ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction, zone };
}
//# sourceMappingURL=datetime-iso.js.map