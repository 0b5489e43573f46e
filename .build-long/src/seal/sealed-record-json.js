import { isTermLength } from './make-term.js';
import { openFailed } from './open-failed.js';
import { decodeByteaText } from './sealed-record-text.js';
/** A member whose value is a string of bytea's output, or the number 1: all that a sealed value has in JSON. */
const member = /[ \n]*"([a-z_]+)"[ \n]*:[ \n]*(?:"([^"\\]*(?:\\["\\][^"\\]*)*)"|(1))[ \n]*([,}])/y;
/**
 * Reads a sealed value as to_json() or to_jsonb() wrote it: `{"v":1,"c":"\\x01...","eq":"\\x..."}` in any order, bytea in hex or
 * escape form. `text`: from `{` to `}`, as Latin-1. The result is the caller's. Throws openFailed, class malformed.
 */
export function decodeSealedRecordJson(type, text, label) {
    const fields = new Map();
    let version = false;
    let at = 1;
    for (;;) {
        member.lastIndex = at;
        const found = member.exec(text);
        if (found === null || text[0] !== '{')
            throw openFailed(label, 'malformed', 'JSON of the record');
        const [whole, name = '', string, one, end] = found;
        at += whole.length;
        if (fields.has(name) || (name === 'v' && version))
            throw openFailed(label, 'malformed', 'JSON of the record');
        if (name === 'v' && one !== undefined)
            version = true;
        else {
            const bytes = string === undefined ? undefined : decodeByteaText(Buffer.from(unescaped(string), 'latin1'));
            if (bytes === undefined)
                throw openFailed(label, 'malformed', 'JSON of an attribute');
            fields.set(name, bytes);
        }
        if (end === '}')
            break;
    }
    const envelope = fields.get('c');
    const terms = type.terms.map(({ name }) => fields.get(name));
    const isWhole = version && at === text.length && fields.size === 1 + terms.length;
    if (!isWhole || envelope === undefined)
        throw openFailed(label, 'malformed', 'JSON of the record');
    return {
        envelope,
        terms: terms.map((term, index) => {
            if (term === undefined || !isTermLength(type.terms[index].name, term.length)) {
                throw openFailed(label, 'malformed', 'JSON of a term');
            }
            return term;
        }),
    };
}
/** What bytea writes is printable ASCII, of which JSON escapes these two. */
function unescaped(raw) {
    return raw.replace(/\\(["\\])/g, '$1');
}
//# sourceMappingURL=sealed-record-json.js.map