import { same } from './binary-form.js';
import { requireText } from './characters.js';
import { parseJson } from './json-parser.js';
// Stored form: the text as it came, as UTF-8.
const nothing = () => undefined;
/** json looks at the grammar alone: escapes of lone surrogates and of the zero character pass. */
const checkOnly = {
    string: nothing,
    number: nothing,
    literal: nothing,
    array: nothing,
    object: nothing,
};
function read(text) {
    requireText(text);
    parseJson(text.toString('latin1'), 'json', checkOnly);
    return text;
}
export const json = {
    fromText: read,
    fromBinary: read,
    toText: same,
    toBinary: same,
    comparisonForm: undefined,
};
//# sourceMappingURL=json.js.map