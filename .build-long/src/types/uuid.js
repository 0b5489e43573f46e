import { PgsealError } from '../errors.js';
import { requireLength, same } from './binary-form.js';
import { requireText } from './characters.js';
// Stored form: the 16 bytes.
// A hyphen may follow each group of four digits; braces come in pairs; no white space.
const spelling = /^(\{?)(?:[0-9a-f]{4}-?){7}[0-9a-f]{4}(\}?)$/i;
export const uuid = {
    fromText(bytes) {
        requireText(bytes);
        const text = bytes.toString('latin1');
        const match = spelling.exec(text);
        if (match === null || match[1].length !== match[2].length)
            throw new PgsealError('invalidText', { type: 'uuid' });
        return Buffer.from(text.replace(/[{}-]/g, ''), 'hex');
    },
    fromBinary(bytes) {
        requireLength(bytes, 16, 'uuid');
        return bytes;
    },
    toText(stored) {
        const hex = stored.toString('hex');
        return Buffer.from(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`, 'latin1');
    },
    toBinary: same,
    comparisonForm: same,
};
//# sourceMappingURL=uuid.js.map