// Byte edits of DDL, with the tree that the edited text must have: both are made together, then compared (I4).
import { PgsealError } from '../../errors.js';
import { parseText, scanTokens } from '../parser.js';
import { lost, TokenRanges } from '../token-ranges.js';
/** A statement being edited: `tree` is a copy of the client's, changed along with the text. */
export class Rewrite {
    tree;
    ranges;
    #text;
    #edits = [];
    constructor(input) {
        this.#text = input.statement.text;
        this.tree = structuredClone(input.statement.parse);
        this.ranges = new TokenRanges(scanTokens(this.#text), this.#text, input.statement.start);
    }
    get changed() {
        return this.#edits.length > 0;
    }
    /** Tokens `first` to `last` become `text(old)`. */
    replace(first, last, text) {
        const start = this.ranges.tokens[first]?.start;
        const end = this.ranges.tokens[last]?.end;
        if (start === undefined || end === undefined)
            throw lost('an edit is past the end');
        this.#edits.push({ start, end, text: ` ${text(this.#text.toString('utf8', start, end))} ` });
    }
    insertBefore(token, text) {
        const at = this.ranges.tokens[token];
        if (at === undefined)
            throw lost('an edit is past the end');
        this.#edits.push({ start: at.start, end: at.start, text: `${text} ` });
    }
    /** The edited text. Throws spliceFailed when it does not parse to the edited tree. */
    finish() {
        if (!this.changed)
            return this.#text;
        this.#edits.sort((a, b) => a.start - b.start || a.end - b.end);
        const parts = [];
        let at = 0;
        for (const edit of this.#edits) {
            if (edit.start < at)
                throw lost('edits overlap');
            parts.push(this.#text.subarray(at, edit.start), Buffer.from(edit.text));
            at = edit.end;
        }
        parts.push(this.#text.subarray(at));
        const edited = Buffer.concat(parts);
        const statements = parseText(edited);
        if (statements.length !== 1 || !isSameTree(this.tree, statements[0].stmt)) {
            throw new PgsealError('spliceFailed', {}, { logDetail: 'the edited statement does not parse as it should' });
        }
        return edited;
    }
}
/** True when two trees differ in locations only. */
function isSameTree(a, b) {
    if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null)
        return a === b;
    if (Array.isArray(a) || Array.isArray(b)) {
        if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length)
            return false;
        return a.every((item, index) => isSameTree(item, b[index]));
    }
    const [left, right] = [withoutLocations(a), withoutLocations(b)];
    return (left.length === right.length && left.every((key) => key in b && isSameTree(a[key], b[key])));
}
function withoutLocations(fields) {
    return Object.keys(fields).filter((key) => key !== 'location' && fields[key] !== undefined);
}
/** An SQL identifier, always quoted. */
export function quoted(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
//# sourceMappingURL=edits.js.map