import { isTermLength } from './make-term.js';
import { openFailed } from './open-failed.js';
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openParenthesis = 0x28;
const closeParenthesis = 0x29;
/**
 * Reads a sealed value as record_out wrote it: `(1,"\\x01...","\\x...")`, bytea in hex or escape form.
 * The result is the caller's. Throws openFailed, class malformed.
 */
export function decodeSealedRecordText(type, text, label) {
    const fields = splitRecord(text);
    if (fields === undefined || fields.length !== type.terms.length + 2) {
        throw openFailed(label, 'malformed', 'text of the record');
    }
    if (fields[0].length !== 1 || fields[0][0] !== 0x31)
        throw openFailed(label, 'malformed', 'version of the record');
    const [envelope, ...terms] = fields.slice(1).map(decodeByteaText);
    if (envelope === undefined)
        throw openFailed(label, 'malformed', 'text of the envelope');
    return {
        envelope,
        terms: terms.map((term, at) => {
            if (term === undefined || !isTermLength(type.terms[at].name, term.length))
                throw openFailed(label, 'malformed', 'text of a term');
            return term;
        }),
    };
}
/**
 * The attributes of a composite value's text with quoting taken away. record_out quotes an attribute as a whole and doubles
 * quotes and backslashes in it; an attribute that is null is empty and stays so here. Undefined when it is not such a text.
 */
function splitRecord(text) {
    const last = text.length - 1;
    if (last < 1 || text[0] !== openParenthesis || text[last] !== closeParenthesis)
        return undefined;
    const fields = [];
    let at = 1;
    for (;;) {
        if (text[at] === quote) {
            const unquoted = Buffer.allocUnsafe(last - at);
            let length = 0;
            at++;
            for (;;) {
                if (at >= last)
                    return undefined;
                const byte = text[at];
                if (byte === quote || byte === backslash) {
                    if (text[at + 1] === byte)
                        at++;
                    else if (byte === quote)
                        break;
                    else
                        return undefined;
                }
                unquoted[length++] = byte;
                at++;
            }
            at++;
            fields.push(unquoted.subarray(0, length));
        }
        else {
            const start = at;
            while (at < last && text[at] !== comma) {
                const byte = text[at];
                if (byte === quote || byte === backslash || byte === openParenthesis || byte === closeParenthesis)
                    return undefined;
                at++;
            }
            fields.push(text.subarray(start, at));
        }
        if (at === last)
            return fields;
        if (text[at] !== comma)
            return undefined;
        at++;
    }
}
/** bytea as byteaout writes it under either bytea_output; undefined when it is neither. */
export function decodeByteaText(text) {
    if (text[0] === backslash && text[1] === 0x78) {
        const hex = text.toString('latin1', 2);
        return /^(?:[0-9a-f]{2})*$/.test(hex) ? Buffer.from(hex, 'hex') : undefined;
    }
    const bytes = Buffer.allocUnsafe(text.length);
    let length = 0;
    for (let at = 0; at < text.length; at++) {
        const byte = text[at];
        if (byte !== backslash) {
            bytes[length++] = byte;
        }
        else if (text[at + 1] === backslash) {
            bytes[length++] = backslash;
            at++;
        }
        else {
            const octal = text.toString('latin1', at + 1, at + 4);
            if (!/^[0-3][0-7]{2}$/.test(octal))
                return undefined;
            bytes[length++] = Number.parseInt(octal, 8);
            at += 3;
        }
    }
    return bytes.subarray(0, length);
}
//# sourceMappingURL=sealed-record-text.js.map