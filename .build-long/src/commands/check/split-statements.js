// SQL files as people and psql write them: statements end with a semicolon that stands in no quotes, comment or parentheses.
/**
 * Cuts a file into statements, so that one that does not parse leaves the others readable. psql's own lines (`\connect`) and
 * the data behind a COPY ... FROM stdin are left out.
 */
export function splitStatements(file) {
    const statements = [];
    let at = 0;
    let line = 1;
    let counted = 0;
    while (at < file.length) {
        at = skipBlank(file, at);
        if (at >= file.length)
            break;
        if (file[at] === '\\') {
            at = lineEnd(file, at);
            continue;
        }
        const end = statementEnd(file, at);
        const text = file.slice(at, end).trim();
        for (; counted < at; counted += 1)
            if (file[counted] === '\n')
                line += 1;
        if (text !== '')
            statements.push({ text, line });
        at = end + 1;
        if (/^copy\b[\s\S]*\bfrom\s+stdin\b/i.test(text))
            at = copyEnd(file, at);
    }
    return statements;
}
function skipBlank(file, from) {
    let at = from;
    for (;;) {
        while (at < file.length && /[\s;]/.test(file[at]))
            at += 1;
        if (file.startsWith('--', at))
            at = lineEnd(file, at);
        else if (file.startsWith('/*', at))
            at = commentEnd(file, at);
        else
            return at;
    }
}
function statementEnd(file, from) {
    let depth = 0;
    let at = from;
    while (at < file.length) {
        const character = file[at];
        if (character === ';' && depth <= 0)
            return at;
        if (character === '(')
            depth += 1;
        else if (character === ')')
            depth -= 1;
        else if (character === "'" || character === '"')
            at = quoteEnd(file, at, character);
        else if (file.startsWith('--', at))
            at = lineEnd(file, at);
        else if (file.startsWith('/*', at))
            at = commentEnd(file, at) - 1;
        else if (character === '$' && !/[\w$\u0080-\uffff]/.test(file[at - 1] ?? ' '))
            at = dollarEnd(file, at);
        at += 1;
    }
    return file.length;
}
// The last character of the quoted text. Backslashes escape only behind E.
function quoteEnd(file, from, quote) {
    const escapes = quote === "'" && /(?:^|[^\w$])e$/i.test(file.slice(Math.max(0, from - 2), from));
    for (let at = from + 1; at < file.length; at += 1) {
        if (escapes && file[at] === '\\')
            at += 1;
        else if (file[at] === quote) {
            if (file[at + 1] !== quote)
                return at;
            at += 1;
        }
    }
    return file.length;
}
function dollarEnd(file, from) {
    const tag = /^\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(file.slice(from, from + 70))?.[0];
    if (tag === undefined)
        return from;
    const end = file.indexOf(tag, from + tag.length);
    return end === -1 ? file.length : end + tag.length - 1;
}
// Comments nest.
function commentEnd(file, from) {
    let depth = 0;
    let at = from;
    while (at < file.length) {
        if (file.startsWith('/*', at)) {
            depth += 1;
            at += 2;
        }
        else if (file.startsWith('*/', at)) {
            depth -= 1;
            at += 2;
            if (depth === 0)
                return at;
        }
        else
            at += 1;
    }
    return file.length;
}
function lineEnd(file, from) {
    const end = file.indexOf('\n', from);
    return end === -1 ? file.length : end;
}
function copyEnd(file, from) {
    const end = /^\\\.\r?$/m.exec(file.slice(from));
    return end === null ? file.length : from + end.index + end[0].length;
}
//# sourceMappingURL=split-statements.js.map