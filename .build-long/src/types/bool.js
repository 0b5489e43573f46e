import { PgsealError } from '../errors.js';
import { same } from './binary-form.js';
import { requireText, trimmedLatin } from './characters.js';
// Stored form: one byte, 1 for true and 0 for false.
// boolin takes any prefix of these that is unambiguous, in any case: `o` alone is not.
const spelling = /^(?:(t|tr|tru|true|y|ye|yes|on|1)|(?:f|fa|fal|fals|false|n|no|of|off|0))$/i;
const trueText = Buffer.from('t');
const falseText = Buffer.from('f');
export const bool = {
    fromText(text) {
        requireText(text);
        const match = spelling.exec(trimmedLatin(text));
        if (match === null)
            throw new PgsealError('invalidText', { type: 'boolean' });
        return Buffer.from([match[1] === undefined ? 0 : 1]);
    },
    fromBinary(bytes) {
        if (bytes.length === 0)
            throw new PgsealError('binaryTooShort', { type: 'boolean' });
        if (bytes.length > 1)
            throw new PgsealError('invalidBinary', { type: 'boolean' });
        return bytes[0] <= 1 ? bytes : Buffer.from([1]);
    },
    toText: (stored) => (stored[0] === 0 ? falseText : trueText),
    toBinary: same,
    comparisonForm: same,
};
//# sourceMappingURL=bool.js.map