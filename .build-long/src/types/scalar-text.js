// Text of several values: ||, concat, concat_ws, format, trim with characters, repeat, padding; hashes and encodings.
import { createHash } from 'node:crypto';
import { PgsealError } from '../errors.js';
import { characterCount, characterOffset } from './characters.js';
import { codecs } from './codecs.js';
import { explicitCast } from './conversion.js';
import { readInteger } from './integer.js';
import { strict } from './scalar-form.js';
/** Longest text that repeat() and padding make here. */
const maxText = 1_000_000;
export function textScalar(name, given) {
    switch (name) {
        case '||':
            return joined(given);
        case 'concat':
            return ofAny(given, (texts) => texts.filter((text) => text !== null));
        case 'concat_ws':
            return separated(given);
        case 'format':
            return formatted(given);
        case 'btrim':
        case 'ltrim':
        case 'rtrim':
            return given.length === 2 && given.every(isText)
                ? texts(2, ([value, set]) => trimmed(value, set, name !== 'rtrim', name !== 'ltrim'))
                : undefined;
        case 'repeat':
            return given.length === 2 && isText(given[0]) && isInteger(given[1]) ? repeated : undefined;
        case 'lpad':
        case 'rpad':
            return padded(name, given);
        case 'sha224':
        case 'sha256':
        case 'sha384':
        case 'sha512':
            return given.length === 1 && (given[0] === 'bytea' || given[0] === undefined)
                ? {
                    takes: ['bytea'],
                    to: 'bytea',
                    compute: strict(([value]) => createHash(name).update(value).digest()),
                }
                : undefined;
        case 'encode':
            return given.length === 2 && (given[0] === 'bytea' || given[0] === undefined) && isText(given[1])
                ? { takes: ['bytea', 'text'], to: 'text', compute: strict(([value, form]) => encoded(value, form)) }
                : undefined;
        default:
            return undefined;
    }
}
const isText = (type) => type === undefined || type === 'text' || type === 'varchar';
const isInteger = (type) => type === undefined || type === 'int4' || type === 'int2';
function texts(count, compute) {
    return { takes: Array.from({ length: count }, () => 'text'), to: 'text', compute: strict(compute) };
}
/** A text joined with a value of any type takes its cast to text. */
function joined(given) {
    const [left, right] = given;
    if (given.length !== 2)
        return undefined;
    if (left === 'bytea' && (right === 'bytea' || right === undefined))
        return bytesJoined;
    if (right === 'bytea' && left === undefined)
        return bytesJoined;
    if (!isText(left) && !isText(right))
        return undefined;
    const other = isText(left) ? right : left;
    if (other === 'jsonb' || other === 'bytea' || other === 'bpchar')
        return undefined;
    // Without a type beside one that is no text, the literal is text: there is no other operator of this name.
    const takes = [left ?? 'text', right ?? 'text'];
    return {
        takes,
        to: 'text',
        compute: strict((values, settings) => Buffer.concat(values.map((value, at) => asText(value, takes[at], settings)))),
    };
}
const bytesJoined = {
    takes: ['bytea', 'bytea'],
    to: 'bytea',
    compute: strict(([left, right]) => Buffer.concat([left, right])),
};
function asText(value, type, settings) {
    return explicitCast(type, { name: 'text', typmod: -1 })(value, settings);
}
/** By the types' output functions, as concat and format have it: true is `t`. */
function ofAny(given, make) {
    if (given.length === 0)
        return undefined;
    const takes = given.map((type) => type ?? 'text');
    return {
        takes,
        to: 'text',
        compute: (values, settings) => {
            const made = make(values.map((value, at) => (value === null ? null : codecs[takes[at]].toText(value, settings))));
            return made === null ? null : Buffer.concat(made.filter((text) => text !== null));
        },
    };
}
function separated(given) {
    if (given.length < 2 || !isText(given[0]))
        return undefined;
    return ofAny(given, ([separator, ...rest]) => {
        if (separator === null || separator === undefined)
            return null;
        return rest.filter((text) => text !== null).flatMap((text, at) => (at === 0 ? [text] : [separator, text]));
    });
}
/** %s, %L and %%, by position too; widths and %I are not served. */
function formatted(given) {
    if (given.length === 0 || !isText(given[0]))
        return undefined;
    return ofAny(given, ([pattern, ...rest]) => {
        if (pattern === null || pattern === undefined)
            return null;
        const parts = [];
        const text = pattern.toString('utf8');
        let next = 0;
        let at = 0;
        for (const match of text.matchAll(/%(?:(%)|(?:(\d+)\$)?([sL])|)/g)) {
            parts.push(Buffer.from(text.slice(at, match.index), 'utf8'));
            at = match.index + match[0].length;
            if (match[1] !== undefined)
                parts.push(Buffer.from('%'));
            else if (match[3] === undefined)
                throw new PgsealError('computedNotServed', { function: 'format' });
            else {
                if (match[2] !== undefined)
                    next = Number(match[2]) - 1;
                if (next < 0 || next >= rest.length)
                    throw new PgsealError('computedNotServed', { function: 'format' });
                const value = rest[next] ?? null;
                next += 1;
                parts.push(match[3] === 's' ? (value ?? Buffer.alloc(0)) : literal(value));
            }
        }
        parts.push(Buffer.from(text.slice(at), 'utf8'));
        return parts;
    });
}
function literal(value) {
    if (value === null)
        return Buffer.from('NULL');
    const text = value.toString('utf8').replaceAll("'", "''");
    return Buffer.from(text.includes('\\') ? `E'${text.replaceAll('\\', '\\\\')}'` : `'${text}'`, 'utf8');
}
function trimmed(value, set, atStart, atEnd) {
    const characters = [...value.toString('utf8')];
    const taken = new Set(set.toString('utf8'));
    let [start, end] = [0, characters.length];
    while (atStart && start < end && taken.has(characters[start]))
        start += 1;
    while (atEnd && end > start && taken.has(characters[end - 1]))
        end -= 1;
    return Buffer.from(characters.slice(start, end).join(''), 'utf8');
}
const repeated = {
    takes: ['text', 'int4'],
    to: 'text',
    compute: strict(([value, count]) => {
        const times = Math.max(0, Number(readInteger(count)));
        if (times * value.length > maxText)
            throw new PgsealError('computedNotServed', { function: 'repeat' });
        return Buffer.from(value.toString('latin1').repeat(times), 'latin1');
    }),
};
function padded(name, given) {
    if (given.length < 2 || given.length > 3 || !isText(given[0]) || !isInteger(given[1]))
        return undefined;
    if (given.length === 3 && !isText(given[2]))
        return undefined;
    return {
        takes: ['text', 'int4', ...(given.length === 3 ? ['text'] : [])],
        to: 'text',
        compute: strict(([value, count, fill]) => {
            const wanted = Math.max(0, Number(readInteger(count)));
            if (wanted > maxText)
                throw new PgsealError('computedNotServed', { function: name });
            const has = characterCount(value);
            if (has >= wanted)
                return value.subarray(0, characterOffset(value, wanted));
            const filling = [...(fill ?? Buffer.from(' ')).toString('utf8')];
            if (filling.length === 0)
                return value;
            const more = Array.from({ length: wanted - has }, (_, at) => filling[at % filling.length]).join('');
            const padding = Buffer.from(more, 'utf8');
            return Buffer.concat(name === 'lpad' ? [padding, value] : [value, padding]);
        }),
    };
}
function encoded(value, form) {
    switch (form.toString('utf8').toLowerCase()) {
        case 'hex':
            return Buffer.from(value.toString('hex'));
        case 'base64':
            // A line end behind each 76 characters, none at the end.
            return Buffer.from(value.toString('base64').replace(/.{76}(?=.)/g, '$&\n'));
        default:
            throw new PgsealError('computedNotServed', { function: 'encode' });
    }
}
//# sourceMappingURL=scalar-text.js.map