import { PgsealError } from '../errors.js';
import { namesOf } from './names.js';
import { parseText } from './parser.js';
import { tagOf } from './walk.js';
/** Rough cost in memory of the tree of one byte of text, measured on lists of VALUES. */
const treeBytesPerByte = 60;
const objectBytes = 500;
/**
 * Parses a Query or Parse text into its statements; none for an empty or comment-only one. The text is kept, not copied: it
 * must not change afterwards. Throws as parseText does.
 */
export function parseStatements(text) {
    try {
        return statementsOf(text);
    }
    catch (error) {
        // The stack: a tree too deep to be walked.
        if (error instanceof RangeError)
            throw new PgsealError('statementTooComplex');
        throw error;
    }
}
function statementsOf(text) {
    let counted = 0;
    let characters = 0;
    let previousEnd = 0;
    const statements = parseText(text).map((raw) => {
        const location = raw.stmt_location ?? 0;
        const to = raw.stmt_len === undefined || raw.stmt_len === 0 ? text.length : location + raw.stmt_len;
        // The parser leaves out comments before a statement; hints for planners stand there (C66).
        const start = skipBlanks(text, afterSemicolons(text, previousEnd, location), location);
        previousEnd = to;
        for (; counted < start; counted += 1)
            if ((text[counted] & 0xc0) !== 0x80)
                characters += 1;
        return {
            text: text.subarray(start, trimEnd(text, start, to)),
            start,
            characterStart: characters,
            statement: tagOf(raw.stmt) ?? '',
            names: namesOf(raw.stmt),
            parse: raw.stmt,
        };
    });
    return { statements, bytes: objectBytes + text.length * treeBytesPerByte };
}
/** Where the gap between two statements, of blanks, comments and semicolons, ends its last semicolon. */
function afterSemicolons(text, from, to) {
    let end = from;
    let at = from;
    while (at < to) {
        const pair = text.toString('latin1', at, at + 2);
        if (pair === '--') {
            while (at < to && text[at] !== 0x0a && text[at] !== 0x0d)
                at += 1;
        }
        else if (pair === '/*') {
            at = commentEnd(text, at, to);
        }
        else {
            at += 1;
            if (pair[0] === ';')
                end = at;
        }
    }
    return end;
}
/** Comments nest. */
function commentEnd(text, from, to) {
    let depth = 0;
    let at = from;
    do {
        const pair = text.toString('latin1', at, at + 2);
        if (pair === '/*')
            depth += 1;
        if (pair === '*/')
            depth -= 1;
        at += pair === '/*' || pair === '*/' ? 2 : 1;
    } while (depth > 0 && at < to);
    return at;
}
function isBlank(byte) {
    return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
function skipBlanks(text, from, to) {
    let at = from;
    while (at < to && isBlank(text[at]))
        at += 1;
    return at;
}
function trimEnd(text, from, to) {
    let at = to;
    while (at > from && (isBlank(text[at - 1]) || text[at - 1] === 0x3b))
        at -= 1;
    return at;
}
//# sourceMappingURL=parsed-text.js.map