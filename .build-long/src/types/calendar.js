// Proleptic Gregorian calendar. Years are astronomical (1 BC is 0); days are counted from 2000-01-01.
/** First and last day that PostgreSQL's date and the first that its timestamp hold: 4714-11-24 BC, 5874897-12-31. */
export const firstDay = -2451545;
export const lastDay = 2145031948;
/** Julian day number of 2000-01-01. */
export const julianEpoch = 2451545;
/** Days from 1970-01-01 to 2000-01-01, and the same in seconds. */
export const unixToEpochSeconds = 946684800;
const daysBefore0000March = 730425;
export function daysOf(year, month, day) {
    const shifted = month > 2 ? year : year - 1;
    const era = Math.floor(shifted / 400);
    const yearOfEra = shifted - era * 400;
    const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
    const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
    return era * 146097 + dayOfEra - daysBefore0000March;
}
export function civilOf(days) {
    const shifted = days + daysBefore0000March;
    const era = Math.floor(shifted / 146097);
    const dayOfEra = shifted - era * 146097;
    const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
    const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
    const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    return {
        year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
        month,
        day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
    };
}
export function isLeap(year) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
export function daysInMonth(year, month) {
    if (month === 2)
        return isLeap(year) ? 29 : 28;
    return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
/** 0 is Sunday. 2000-01-01 was a Saturday. */
export function weekday(days) {
    return (((days + 6) % 7) + 7) % 7;
}
//# sourceMappingURL=calendar.js.map