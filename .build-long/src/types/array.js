import { PgsealError } from '../errors.js';
/**
 * Reads an array value as a client sends it: array_recv's layout or array_in's text. Elements are left in that format.
 * Throws 22P02 (text), 22P03 or 42804 (binary).
 */
export function readArray(value, binary, elementOid) {
    return binary ? readBinary(value, elementOid) : readText(value);
}
// array_recv: int32 dimensions, int32 flags, uint32 element OID, then int32 length and int32 lower bound a dimension, then
// int32 length (-1 NULL) and bytes an element
function readBinary(value, elementOid) {
    const refuse = () => {
        throw new PgsealError('invalidBinary', { type: 'array' });
    };
    if (value.length < 12)
        return refuse();
    const count = value.readInt32BE(0);
    const flags = value.readInt32BE(4);
    if (count < 0 || count > 6 || (flags !== 0 && flags !== 1))
        return refuse();
    if (value.readUInt32BE(8) !== elementOid)
        throw new PgsealError('arrayElementType');
    if (value.length < 12 + 8 * count)
        return refuse();
    const dimensions = [];
    let total = count === 0 ? 0 : 1;
    for (let i = 0; i < count; i += 1) {
        const length = value.readInt32BE(12 + 8 * i);
        if (length < 0)
            return refuse();
        dimensions.push({ length, lowerBound: value.readInt32BE(16 + 8 * i) });
        total *= length;
    }
    let at = 12 + 8 * count;
    if (total * 4 > value.length - at)
        return refuse();
    const elements = [];
    for (let i = 0; i < total; i += 1) {
        if (value.length - at < 4)
            return refuse();
        const length = value.readInt32BE(at);
        at += 4;
        if (length === -1) {
            elements.push(null);
            continue;
        }
        if (length < 0 || length > value.length - at)
            return refuse();
        elements.push(value.subarray(at, at + length));
        at += length;
    }
    if (at !== value.length)
        return refuse();
    return { elements, dimensions };
}
const open = 0x7b;
const openBracket = 0x5b;
const close = 0x7d;
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
function isSpace(byte) {
    return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
}
function readText(value) {
    const refuse = () => {
        throw new PgsealError('malformedArray');
    };
    const elements = [];
    const lengths = [];
    let at = 0;
    const skipSpace = () => {
        while (isSpace(value[at]))
            at += 1;
    };
    const readElement = () => {
        if (value[at] === quote) {
            const bytes = [];
            at += 1;
            for (;;) {
                const byte = value[at];
                if (byte === undefined)
                    return refuse();
                at += 1;
                if (byte === quote)
                    break;
                if (byte === backslash) {
                    const next = value[at];
                    if (next === undefined)
                        return refuse();
                    bytes.push(next);
                    at += 1;
                }
                else
                    bytes.push(byte);
            }
            elements.push(Buffer.from(bytes));
            return;
        }
        const bytes = [];
        let escaped = false;
        let keep = 0;
        for (;;) {
            const byte = value[at];
            if (byte === undefined || byte === quote || byte === open)
                return refuse();
            if (byte === comma || byte === close)
                break;
            at += 1;
            if (byte === backslash) {
                const next = value[at];
                if (next === undefined)
                    return refuse();
                bytes.push(next);
                at += 1;
                escaped = true;
                keep = bytes.length;
            }
            else {
                bytes.push(byte);
                if (!isSpace(byte))
                    keep = bytes.length;
            }
        }
        if (keep === 0)
            return refuse();
        const element = Buffer.from(bytes.slice(0, keep));
        elements.push(!escaped && element.toString('latin1').toUpperCase() === 'NULL' ? null : element);
    };
    const readLevel = (depth) => {
        if (depth > 6)
            return refuse();
        at += 1;
        let count = 0;
        skipSpace();
        if (value[at] === close) {
            if (depth > 1)
                return refuse();
            at += 1;
            lengths[depth - 1] = 0;
            return;
        }
        for (;;) {
            skipSpace();
            const nested = value[at] === open;
            if (nested)
                readLevel(depth + 1);
            else {
                if (lengths.length > depth)
                    return refuse();
                readElement();
            }
            count += 1;
            skipSpace();
            if (value[at] === comma)
                at += 1;
            else if (value[at] === close) {
                at += 1;
                break;
            }
            else
                return refuse();
            skipSpace();
            if ((value[at] === open) !== nested)
                return refuse();
        }
        if (lengths[depth - 1] !== undefined && lengths[depth - 1] !== count)
            return refuse();
        lengths[depth - 1] = count;
    };
    skipSpace();
    const said = boundsBefore(value.subarray(at));
    if (said !== undefined)
        at += said.bytes;
    skipSpace();
    if (value[at] !== open)
        return refuse();
    readLevel(1);
    skipSpace();
    if (at !== value.length)
        return refuse();
    const isSaid = said === undefined || (said.bounds.length === lengths.length && elements.length > 0);
    if (!isSaid || said?.bounds.some(({ length }, depth) => length !== lengths[depth]) === true)
        return refuse();
    if (elements.length === 0)
        return { elements, dimensions: [] };
    return { elements, dimensions: said?.bounds ?? lengths.map((length) => ({ length: length ?? 0, lowerBound: 1 })) };
}
/** `[0:1][3]=` before the braces. */
function boundsBefore(value) {
    if (value[0] !== openBracket)
        return undefined;
    const match = /^((?:\[(?:-?\d{1,9}:)?-?\d{1,9}\])+)[ \t-\r]*=/.exec(value.toString('latin1'));
    if (match === null)
        return undefined;
    const bounds = [...match[1].matchAll(/\[(?:(-?\d+):)?(-?\d+)\]/g)].map(([, lower = '1', upper]) => ({
        length: Number(upper) - Number(lower) + 1,
        lowerBound: Number(lower),
    }));
    return { bytes: match[0].length, bounds };
}
/** The text of a list of elements as array_out writes it, given in their type's text. */
export function arrayText(elements) {
    const items = elements.map((element) => {
        if (element === null)
            return 'NULL';
        // Latin-1 keeps each byte.
        const text = element.toString('latin1');
        const isBare = text !== '' && !/["\\{},\t-\r ]/.test(text) && text.toUpperCase() !== 'NULL';
        return isBare ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
    });
    return Buffer.from(`{${items.join(',')}}`, 'latin1');
}
const byteaOid = 17;
/** The binary form of a bytea[] with these elements and dimensions. */
export function writeByteaArray(elements, dimensions) {
    return writeElements(byteaOid, elements, dimensions);
}
/** The binary form of a list of elements, given in their type's binary form. */
export function writeArray(elementOid, elements) {
    return writeElements(elementOid, elements, elements.length === 0 ? [] : [{ length: elements.length, lowerBound: 1 }]);
}
function writeElements(elementOid, elements, dimensions) {
    const head = 12 + 8 * dimensions.length;
    const length = elements.reduce((sum, element) => sum + 4 + (element?.length ?? 0), head);
    const bytes = Buffer.allocUnsafe(length);
    bytes.writeInt32BE(dimensions.length, 0);
    bytes.writeInt32BE(elements.includes(null) ? 1 : 0, 4);
    bytes.writeUInt32BE(elementOid, 8);
    dimensions.forEach((dimension, i) => {
        bytes.writeInt32BE(dimension.length, 12 + 8 * i);
        bytes.writeInt32BE(dimension.lowerBound, 16 + 8 * i);
    });
    let at = head;
    for (const element of elements) {
        at = bytes.writeInt32BE(element?.length ?? -1, at);
        if (element !== null) {
            element.copy(bytes, at);
            at += element.length;
        }
    }
    return bytes;
}
//# sourceMappingURL=array.js.map