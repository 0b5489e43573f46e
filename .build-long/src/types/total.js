// sum() and avg() of values in stored form, exactly as PostgreSQL computes them. Not of floating point: there the order decides.
import { codecs } from './codecs.js';
import { defaultValueSettings } from './value-settings.js';
/** The type of the result; undefined where it is not computed here. */
export function totalType(total, of) {
    if (of === 'int2' || of === 'int4')
        return total === 'sum' ? 'int8' : 'numeric';
    return of === 'int8' || of === 'numeric' ? 'numeric' : undefined;
}
/** The result in stored form; null of no values at all. */
export function totalOf(total, of, values) {
    const type = totalType(total, of);
    if (values.length === 0 || type === undefined)
        return null;
    const texts = values.map((value) => codecs[of].toText(value, defaultValueSettings).toString('latin1'));
    const text = special(texts) ?? (total === 'sum' ? decimalText(sum(texts)) : average(sum(texts), BigInt(texts.length)));
    return codecs[type].fromText(Buffer.from(text), -1, defaultValueSettings);
}
/** Of numeric: what is not finite decides. */
function special(texts) {
    const [plus, minus] = [texts.includes('Infinity'), texts.includes('-Infinity')];
    if (texts.includes('NaN') || (plus && minus))
        return 'NaN';
    return plus ? 'Infinity' : minus ? '-Infinity' : undefined;
}
function sum(texts) {
    let digits = 0n;
    let scale = 0;
    for (const text of texts) {
        const point = text.indexOf('.');
        const own = point === -1 ? 0 : text.length - point - 1;
        const value = BigInt(text.replace('.', ''));
        if (own > scale) {
            digits *= 10n ** BigInt(own - scale);
            scale = own;
        }
        digits += value * 10n ** BigInt(scale - own);
    }
    return { digits, scale };
}
function decimalText({ digits, scale }) {
    const sign = digits < 0n ? '-' : '';
    const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
    return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}
/** numeric_div with the scale that select_div_scale of numeric.c chooses: at least 16 significant digits. */
function average(total, count) {
    const left = leading(decimalText(total));
    const right = leading(count.toString());
    const weight = left.weight - right.weight - (left.first <= right.first ? 1 : 0);
    const scale = Math.min(Math.max(16 - weight * 4, total.scale, 0), 1000);
    const scaled = total.digits * 10n ** BigInt(scale - total.scale);
    const size = scaled < 0n ? -scaled : scaled;
    const digits = (size * 2n + count) / (count * 2n);
    return decimalText({ digits: total.digits < 0n ? -digits : digits, scale });
}
/** The first digit to the base of 10000 that is not zero, and its power. */
function leading(text) {
    const [whole = '', fraction = ''] = text.replace('-', '').split('.');
    const padded = whole.padStart(Math.ceil(whole.length / 4) * 4, '0');
    const groups = (padded + fraction.padEnd(Math.ceil(fraction.length / 4) * 4, '0')).match(/.{4}/g) ?? [];
    const at = groups.findIndex((group) => group !== '0000');
    return at === -1 ? { first: 0, weight: 0 } : { first: Number(groups[at]), weight: padded.length / 4 - 1 - at };
}
//# sourceMappingURL=total.js.map