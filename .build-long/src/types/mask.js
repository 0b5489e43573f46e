// What stands in a result in place of a value that its reader may not see: docs/access.md.
import { PgsealError } from '../errors.js';
import { characterCount, characterOffset } from './characters.js';
import { codecs } from './codecs.js';
import { fitBpchar, withoutTrailingBlanks } from './text.js';
import { defaultValueSettings } from './value-settings.js';
const star = 0x2a;
const placeholder = /\{(first|last)([1-9][0-9]{0,2})\}|\{\{|\}\}|[{}]/g;
/** True for types whose masks may show characters of the value. */
export function takesTemplate(type) {
    return type.name === 'text' || type.name === 'varchar' || type.name === 'bpchar';
}
/**
 * Reads a mask as the map writes it. For text types `{firstN}` and `{lastN}` are characters of the value, and doubled
 * braces are braces; for others it is a value of the type in PostgreSQL's default form. `templates` says whether the
 * value may be opened for it. Gives the problem, in words, of one that cannot be.
 */
export function readMask(text, type, templates) {
    if (!takesTemplate(type))
        return constant(text, type);
    const parts = [];
    let literal = '';
    let plain = '';
    let shown = 0;
    let from = 0;
    for (const match of text.matchAll(placeholder)) {
        literal += text.slice(from, match.index);
        from = match.index + match[0].length;
        if (match[0] === '{{' || match[0] === '}}') {
            literal += match[0][0];
            continue;
        }
        if (match[1] === undefined) {
            return { problem: 'expected {firstN} or {lastN} in a mask; write {{ and }} for the characters themselves' };
        }
        if (!templates)
            return { problem: `a mask without a right to open is a constant: ${match[0]} shows a value` };
        if (literal !== '')
            parts.push({ show: 'text', text: Buffer.from(literal) });
        plain += literal;
        literal = '';
        parts.push({ show: match[1], count: Number(match[2]) });
        shown += Number(match[2]);
    }
    literal += text.slice(from);
    plain += literal;
    if (shown === 0)
        return constant(plain, type);
    if (literal !== '')
        parts.push({ show: 'text', text: Buffer.from(literal) });
    const length = characterCount(Buffer.from(plain)) + shown;
    if (plain.includes('\0'))
        return { problem: 'a mask has no NUL' };
    if (type.typmod >= 4 && length > type.typmod - 4) {
        return { problem: `the mask has ${length} characters and the column takes ${type.typmod - 4}` };
    }
    return { kind: 'template', parts, shown };
}
function constant(text, type) {
    try {
        return {
            kind: 'constant',
            stored: codecs[type.name].fromText(Buffer.from(text), type.typmod, defaultValueSettings),
        };
    }
    catch (error) {
        if (!(error instanceof PgsealError))
            throw error;
        return { problem: `the mask is not a value of the column's type: ${error.message}` };
    }
}
/**
 * Stored form of what is shown in place of `stored`. A value that has no more characters than the mask would show is not
 * shown at all: stars stand in their place.
 */
export function applyMask(mask, stored, type) {
    if (mask.kind === 'constant')
        return mask.stored;
    const value = type.name === 'bpchar' ? withoutTrailingBlanks(stored) : stored;
    const length = characterCount(value);
    const whole = length <= mask.shown;
    const bytes = Buffer.concat(mask.parts.map((part) => {
        if (part.show === 'text')
            return part.text;
        if (whole)
            return Buffer.alloc(part.count, star);
        return part.show === 'first'
            ? value.subarray(0, characterOffset(value, part.count))
            : value.subarray(characterOffset(value, length - part.count));
    }));
    return type.name === 'bpchar' ? fitBpchar(bytes, type.typmod, true) : bytes;
}
//# sourceMappingURL=mask.js.map