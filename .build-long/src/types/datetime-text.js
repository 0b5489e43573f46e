import { civilOf, weekday } from './calendar.js';
const dateStyles = new Map();
/** Reads a DateStyle setting as the server reports it. */
export function readDateStyle(setting) {
    const known = dateStyles.get(setting);
    if (known !== undefined)
        return known;
    const words = setting.split(/[\s,]+/);
    const style = ['SQL', 'Postgres', 'German'].find((each) => words.includes(each)) ?? 'ISO';
    const order = ['DMY', 'YMD'].find((each) => words.includes(each)) ?? 'MDY';
    const read = { style, order };
    if (dateStyles.size < 100)
        dateStyles.set(setting, read);
    return read;
}
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = Array.from({ length: 100 }, (_, value) => (value < 10 ? `0${value}` : `${value}`));
export function twoDigits(value) {
    return two[value] ?? value.toString();
}
function yearDigits(year) {
    const shown = year > 0 ? year : 1 - year;
    return shown >= 1000 ? `${shown}` : `${shown}`.padStart(4, '0');
}
/** `.5`, or nothing for 0: microseconds without trailing zeros. */
export function fractionText(micros) {
    if (micros === 0)
        return '';
    let text = micros.toString().padStart(6, '0');
    while (text.endsWith('0'))
        text = text.slice(0, -1);
    return `.${text}`;
}
/** Days since 2000-01-01 as text. */
export function dateText(days, { style, order }) {
    const { year, month, day } = civilOf(days);
    const era = year > 0 ? '' : ' BC';
    const digits = yearDigits(year);
    const [m, d] = [twoDigits(month), twoDigits(day)];
    switch (style) {
        case 'ISO':
            return `${digits}-${m}-${d}${era}`;
        case 'German':
            return `${d}.${m}.${digits}${era}`;
        case 'SQL':
            return order === 'DMY' ? `${d}/${m}/${digits}${era}` : `${m}/${d}/${digits}${era}`;
        case 'Postgres':
            return order === 'DMY' ? `${d}-${m}-${digits}${era}` : `${m}-${d}-${digits}${era}`;
    }
}
/** Microseconds of a day as text; 86400000000 is 24:00:00. */
export function timeText(micros) {
    const fraction = micros % 1_000_000;
    const seconds = (micros - fraction) / 1_000_000;
    const hour = Math.floor(seconds / 3600);
    return `${twoDigits(hour)}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}${fractionText(fraction)}`;
}
/** `+02`, `-03:30`, `+00:53:28`. */
function offsetText(offset) {
    const size = Math.abs(offset);
    const hours = twoDigits(Math.floor(size / 3600));
    const minutes = Math.floor(size / 60) % 60;
    const seconds = size % 60;
    const rest = seconds !== 0 ? `:${twoDigits(minutes)}:${twoDigits(seconds)}` : minutes !== 0 ? `:${twoDigits(minutes)}` : '';
    return `${offset < 0 ? '-' : '+'}${hours}${rest}`;
}
/** A local day and time as text, with the zone's period where there is one. */
export function timestampText(days, micros, style, zone) {
    const time = timeText(micros);
    if (style.style === 'ISO') {
        const { year, month, day } = civilOf(days);
        const offset = zone === undefined ? '' : offsetText(zone.offset);
        return `${yearDigits(year)}-${twoDigits(month)}-${twoDigits(day)} ${time}${offset}${year > 0 ? '' : ' BC'}`;
    }
    // The server cuts abbreviations at ten characters.
    const name = zone === undefined ? '' : ` ${zone.abbreviation.slice(0, 10)}`;
    if (style.style !== 'Postgres') {
        const date = dateText(days, style);
        const era = date.endsWith(' BC') ? ' BC' : '';
        return `${era === '' ? date : date.slice(0, -3)} ${time}${name}${era}`;
    }
    const { year, month, day } = civilOf(days);
    const monthAndDay = style.order === 'DMY' ? `${twoDigits(day)} ${months[month - 1]}` : `${months[month - 1]} ${twoDigits(day)}`;
    const era = year > 0 ? '' : ' BC';
    return `${weekdays[weekday(days)]} ${monthAndDay} ${time} ${yearDigits(year)}${name}${era}`;
}
//# sourceMappingURL=datetime-text.js.map