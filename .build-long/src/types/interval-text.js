import { fractionText, twoDigits } from './datetime-text.js';
function fieldsOf({ months, days, micros }) {
    const seconds = micros / 1000000n;
    return {
        year: Math.trunc(months / 12),
        month: months % 12,
        day: days,
        hour: Number(seconds / 3600n),
        minute: Number((seconds / 60n) % 60n),
        second: Number(seconds % 60n),
        micros: Number(micros % 1000000n),
    };
}
function timeIsNegative({ hour, minute, second, micros }) {
    return hour < 0 || minute < 0 || second < 0 || micros < 0;
}
function clock({ hour, minute, second, micros }, hourDigits) {
    const [m, s] = [twoDigits(Math.abs(minute)), twoDigits(Math.abs(second))];
    return `${hourDigits(Math.abs(hour))}:${m}:${s}${fractionText(Math.abs(micros))}`;
}
function postgres(fields) {
    let text = '';
    let negativeBefore = false;
    const add = (value, unit) => {
        if (value === 0)
            return;
        text += `${text === '' ? '' : ' '}${negativeBefore && value > 0 ? '+' : ''}${value} ${unit}${value === 1 ? '' : 's'}`;
        negativeBefore = value < 0;
    };
    add(fields.year, 'year');
    add(fields.month, 'mon');
    add(fields.day, 'day');
    const { hour, minute, second, micros } = fields;
    if (text !== '' && hour === 0 && minute === 0 && second === 0 && micros === 0)
        return text;
    const sign = timeIsNegative(fields) ? '-' : negativeBefore ? '+' : '';
    return `${text}${text === '' ? '' : ' '}${sign}${clock(fields, twoDigits)}`;
}
function postgresVerbose(fields) {
    let text = '@';
    let isZero = true;
    let ago = false;
    const add = (value, unit) => {
        if (value === 0)
            return;
        if (isZero)
            ago = value < 0;
        const shown = ago ? 0 - value : value;
        text += ` ${shown} ${unit}${shown === 1 ? '' : 's'}`;
        isZero = false;
    };
    add(fields.year, 'year');
    add(fields.month, 'mon');
    add(fields.day, 'day');
    add(fields.hour, 'hour');
    add(fields.minute, 'min');
    const { second, micros } = fields;
    if (second !== 0 || micros !== 0) {
        const negative = second < 0 || micros < 0;
        if (isZero)
            ago = negative;
        const sign = negative !== ago ? '-' : '';
        const plural = Math.abs(second) !== 1 || micros !== 0 ? 's' : '';
        text += ` ${sign}${Math.abs(second)}${fractionText(Math.abs(micros))} sec${plural}`;
        isZero = false;
    }
    return `${text}${isZero ? ' 0' : ''}${ago ? ' ago' : ''}`;
}
function sqlStandard(fields) {
    const values = Object.values(fields);
    const hasNegative = values.some((value) => value < 0);
    const hasPositive = values.some((value) => value > 0);
    const { year, month, day, hour, minute, second, micros } = fields;
    const hasYearMonth = year !== 0 || month !== 0;
    const hasDayTime = day !== 0 || hour !== 0 || minute !== 0 || second !== 0 || micros !== 0;
    if (!hasNegative && !hasPositive)
        return '0';
    const plain = (value) => `${value}`;
    if ((hasNegative && hasPositive) || (hasYearMonth && hasDayTime)) {
        const yearSign = year < 0 || month < 0 ? '-' : '+';
        const timeSign = timeIsNegative(fields) ? '-' : '+';
        return (`${yearSign}${Math.abs(year)}-${Math.abs(month)} ${day < 0 ? '-' : '+'}${Math.abs(day)} ` +
            `${timeSign}${clock(fields, plain)}`);
    }
    const sign = hasNegative ? '-' : '';
    if (hasYearMonth)
        return `${sign}${Math.abs(year)}-${Math.abs(month)}`;
    return `${sign}${day === 0 ? '' : `${Math.abs(day)} `}${clock(fields, plain)}`;
}
function iso8601(fields) {
    const part = (value, unit) => (value === 0 ? '' : `${value}${unit}`);
    const { second, micros } = fields;
    let time = part(fields.hour, 'H') + part(fields.minute, 'M');
    if (second !== 0 || micros !== 0) {
        time += `${second < 0 || micros < 0 ? '-' : ''}${Math.abs(second)}${fractionText(Math.abs(micros))}S`;
    }
    const date = part(fields.year, 'Y') + part(fields.month, 'M') + part(fields.day, 'D');
    if (date === '' && time === '')
        return 'PT0S';
    return `P${date}${time === '' ? '' : `T${time}`}`;
}
/** The text of a finite interval under an IntervalStyle. */
export function intervalText(parts, style) {
    const fields = fieldsOf(parts);
    switch (style) {
        case 'postgres_verbose':
            return postgresVerbose(fields);
        case 'sql_standard':
            return sqlStandard(fields);
        case 'iso_8601':
            return iso8601(fields);
        default:
            return postgres(fields);
    }
}
//# sourceMappingURL=interval-text.js.map