// Functions of PostgreSQL that are computed here on opened values, exactly as the server would: only such as depend on no
// collation, or on what most have in common. All are strict: NULL is never given to them.
import { createHash } from 'node:crypto';
import { PgsealError } from '../errors.js';
import { characterCount, characterOffset } from './characters.js';
import { explicitCast } from './conversion.js';
import { storeInteger } from './integer.js';
import { isInfiniteTimestamp } from './timestamp.js';
const strings = ['text', 'varchar'];
const nothing = (given) => given.length === 0;
const isInteger = (value) => typeof value === 'number' && Number.isInteger(value);
const isText = (value) => typeof value === 'string';
const integer = (value) => storeInteger('int4', BigInt(value));
const bytes = (value) => Buffer.from(String(value), 'utf8');
function ofText(takes, compute) {
    return { from: strings, to: 'text', takes, compute };
}
function lengthOf(from, compute) {
    return { from, to: 'int4', takes: nothing, compute: (stored) => integer(compute(stored)) };
}
/** The characters from number `from`, counted from 1, to before number `to`. */
function slice(stored, from, to) {
    const first = Math.max(from, 1);
    if (to <= first)
        return Buffer.alloc(0);
    const start = characterOffset(stored, first - 1);
    return to === Infinity ? stored.subarray(start) : stored.subarray(start, characterOffset(stored, to - 1));
}
function part(stored, [delimiter, number]) {
    const parts = delimiter === '' ? [stored.toString('utf8')] : stored.toString('utf8').split(String(delimiter));
    return bytes(parts[Number(number) - 1] ?? '');
}
function trimmed(stored, atStart, atEnd) {
    let [start, end] = [0, stored.length];
    while (atStart && start < end && stored[start] === 0x20)
        start += 1;
    while (atEnd && end > start && stored[end - 1] === 0x20)
        end -= 1;
    return stored.subarray(start, end);
}
/** The place of a text, in characters from 1; 0 where it is not. */
function place(stored, sought) {
    const at = stored.indexOf(sought);
    return at < 0 ? 0 : characterCount(stored.subarray(0, at)) + 1;
}
const characters = lengthOf(strings, characterCount);
const substring = ofText((given) => given.length >= 1 && given.length <= 2 && given.every(isInteger) && Number(given[1] ?? 0) >= 0, (stored, [from, count]) => slice(stored, Number(from), count === undefined ? Infinity : Number(from) + Number(count)));
const position = {
    from: strings,
    to: 'int4',
    takes: (given) => given.length === 1 && given.every(isText),
    compute: (stored, [sought]) => integer(place(stored, bytes(sought))),
};
const oneText = (given) => given.length === 1 && given.every(isText);
const oneInteger = (given) => given.length === 1 && given.every(isInteger);
/** Of ASCII alone; throws foldNotServed for anything else. */
function folded(name) {
    return ofText(nothing, (stored) => {
        if (stored.some((byte) => byte >= 0x80))
            throw new PgsealError('foldNotServed', { function: name });
        const text = stored.toString('latin1');
        return Buffer.from(name === 'lower' ? text.toLowerCase() : text.toUpperCase(), 'latin1');
    });
}
/** Functions that give what they give in "C" only where the database folds ASCII letters so. */
export const folds = new Set(['lower', 'upper']);
const functions = new Map([
    ['length', [characters, lengthOf(['bytea'], (stored) => stored.length)]],
    ['char_length', [characters]],
    ['character_length', [characters]],
    ['octet_length', [lengthOf([...strings, 'bytea'], (stored) => stored.length)]],
    ['bit_length', [lengthOf([...strings, 'bytea'], (stored) => stored.length * 8)]],
    ['substr', [substring]],
    ['substring', [substring]],
    [
        'left',
        [
            ofText(oneInteger, (stored, [count]) => {
                const wanted = Number(count);
                return slice(stored, 1, 1 + (wanted < 0 ? characterCount(stored) + wanted : wanted));
            }),
        ],
    ],
    [
        'right',
        [
            ofText(oneInteger, (stored, [count]) => {
                const wanted = Number(count);
                return slice(stored, 1 + (wanted < 0 ? -wanted : Math.max(0, characterCount(stored) - wanted)), Infinity);
            }),
        ],
    ],
    ['btrim', [ofText(nothing, (stored) => trimmed(stored, true, true))]],
    ['ltrim', [ofText(nothing, (stored) => trimmed(stored, true, false))]],
    ['rtrim', [ofText(nothing, (stored) => trimmed(stored, false, true))]],
    ['reverse', [ofText(nothing, (stored) => bytes([...stored.toString('utf8')].reverse().join('')))]],
    [
        'replace',
        [
            ofText((given) => given.length === 2 && given.every(isText), (stored, [sought, by]) => sought === '' ? stored : bytes(stored.toString('utf8').split(String(sought)).join(String(by)))),
        ],
    ],
    [
        'split_part',
        [ofText((given) => given.length === 2 && isText(given[0]) && isInteger(given[1]) && Number(given[1]) > 0, part)],
    ],
    ['strpos', [position]],
    ['position', [position]],
    [
        'starts_with',
        [
            {
                from: strings,
                to: 'bool',
                takes: oneText,
                compute: (stored, [prefix]) => {
                    const sought = bytes(prefix);
                    return Buffer.of(stored.subarray(0, sought.length).equals(sought) ? 1 : 0);
                },
            },
        ],
    ],
    ['lower', [folded('lower')]],
    ['upper', [folded('upper')]],
    ['md5', [ofText(nothing, (stored) => bytes(createHash('md5').update(stored).digest('hex')))]],
    // column || 'x' and 'x' || column
    ['||', [ofText(oneText, (stored, [end]) => Buffer.concat([stored, bytes(end)]))]],
    ['|| before', [ofText(oneText, (stored, [start]) => Buffer.concat([bytes(start), stored]))]],
]);
/** The step for a call on a value of type `from`; undefined where it is not served. */
export function functionStep(name, from, given) {
    const served = functions.get(name)?.find((one) => one.from.includes(from) && one.takes(given));
    return served === undefined ? undefined : { step: name, given, from, to: { name: served.to, typmod: -1 } };
}
/** The step for a cast; undefined where there is none. */
export function castStep(from, to) {
    return explicitCast(from, to) === undefined ? undefined : { step: 'cast', given: [], from, to };
}
/** How the steps are carried out one after the other; null is SQL NULL. Throws what PostgreSQL's own would throw. */
export function computation(steps) {
    const each = steps.map(({ step, given, from, to }) => {
        if (step === 'cast')
            return explicitCast(from, to);
        const { compute } = functions.get(step).find((one) => one.from.includes(from) && one.takes(given));
        return (stored) => compute(stored, given);
    });
    const mayBeNull = steps.some(({ step, from, to }) => step === 'cast' && to.name === 'time' && isTimestamp(from));
    if (!mayBeNull)
        return (stored, settings) => each.reduce((value, convert) => convert(value, settings), stored);
    return (stored, settings) => {
        let value = stored;
        for (const [at, { from, to }] of steps.entries()) {
            // The server makes NULL of the time of day of an infinite timestamp.
            if (to.name === 'time' && isTimestamp(from) && isInfiniteTimestamp(value))
                return null;
            value = each[at](value, settings);
        }
        return value;
    };
}
const isTimestamp = (name) => name === 'timestamp' || name === 'timestamptz';
//# sourceMappingURL=functions.js.map