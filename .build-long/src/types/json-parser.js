import { PgsealError } from '../errors.js';
/**
 * Deepest nesting read. PostgreSQL's own limit comes from max_stack_depth: at its default of 2 MB every version reads
 * more than this.
 */
export const maxJsonDepth = 5000;
const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const afterNumber = /[A-Za-z0-9_$\x80-\xff]/;
const wordPattern = /true|false|null/y;
const spacePattern = /[ \t\n\r]*/y;
const stringStop = /["\\]|[^ -\xff]/g;
const hexDigits = /^[0-9a-fA-F]{4}$/;
const closing = (open) => (open.keys === undefined ? ']' : '}');
/** Reads one JSON text (RFC 8259, as PostgreSQL does) and gives what the handler made of it; 22P02 when it is none. */
export function parseJson(text, type, handler) {
    let at = 0;
    function fail() {
        throw new PgsealError('invalidText', { type });
    }
    function skipSpace() {
        const code = text.charCodeAt(at);
        if (code > 0x20)
            return;
        spacePattern.lastIndex = at;
        spacePattern.exec(text);
        at = spacePattern.lastIndex;
    }
    function readString() {
        const start = at + 1;
        let hasEscapes = false;
        let from = start;
        for (;;) {
            stringStop.lastIndex = from;
            const stop = stringStop.exec(text);
            if (stop === null)
                return failAfter(text.slice(start));
            if (stop[0] === '"') {
                at = stop.index + 1;
                return handler.string(text.slice(start, stop.index), hasEscapes);
            }
            if (stop[0] !== '\\')
                return failAfter(text.slice(start, stop.index));
            hasEscapes = true;
            const letter = text[stop.index + 1];
            if (letter === 'u') {
                if (!hexDigits.test(text.slice(stop.index + 2, stop.index + 6)))
                    return failAfter(text.slice(start, stop.index));
                from = stop.index + 6;
            }
            else {
                if (letter === undefined || !'"\\/bfnrt'.includes(letter))
                    return failAfter(text.slice(start, stop.index));
                from = stop.index + 2;
            }
        }
    }
    // What the handler refuses in the escapes so far comes first: \u0000 has a code of its own.
    function failAfter(rawBefore) {
        handler.string(rawBefore, true);
        return fail();
    }
    function readScalar() {
        if (text[at] === '"')
            return readString();
        numberPattern.lastIndex = at;
        const number = numberPattern.exec(text)?.[0];
        wordPattern.lastIndex = at;
        const word = number ?? wordPattern.exec(text)?.[0];
        if (word === undefined)
            return fail();
        at += word.length;
        if (at < text.length && afterNumber.test(text[at]))
            return fail();
        return number === undefined ? handler.literal(word) : handler.number(number);
    }
    function readKey(open) {
        skipSpace();
        if (text[at] !== '"')
            fail();
        open.keys.push(readString());
        skipSpace();
        if (text[at++] !== ':')
            fail();
    }
    function close(open) {
        at++;
        return open.keys === undefined ? handler.array(open.values) : handler.object(open.keys, open.values);
    }
    // Not by recursion, whose depth would be that of the value. The innermost is last.
    const opened = [];
    /** Reads up to the end of the next scalar or empty container. */
    function readInwards() {
        for (;;) {
            skipSpace();
            const first = text[at];
            if (first !== '{' && first !== '[')
                return readScalar();
            if (opened.length === maxJsonDepth)
                throw new PgsealError('jsonTooDeep', { limit: `${maxJsonDepth}` });
            at++;
            const open = { keys: first === '{' ? [] : undefined, values: [] };
            skipSpace();
            if (text[at] === closing(open))
                return close(open);
            opened.push(open);
            if (open.keys !== undefined)
                readKey(open);
        }
    }
    let value = readInwards();
    for (let open = opened.at(-1); open !== undefined; open = opened.at(-1)) {
        open.values.push(value);
        skipSpace();
        if (text[at] === closing(open)) {
            opened.pop();
            value = close(open);
        }
        else if (text[at] === ',') {
            at++;
            if (open.keys !== undefined)
                readKey(open);
            value = readInwards();
        }
        else {
            fail();
        }
    }
    skipSpace();
    if (at < text.length)
        fail();
    return value;
}
//# sourceMappingURL=json-parser.js.map