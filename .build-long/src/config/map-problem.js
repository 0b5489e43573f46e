import { PgsealError } from '../errors.js';
/** `tables."public.users".columns.email`: a key that holds more than letters, digits and the like is quoted. */
export function pathText(path) {
    let text = '';
    for (const part of path) {
        if (typeof part === 'number')
            text += `[${part}]`;
        else
            text += (text === '' ? '' : '.') + (/^[\w$-]+$/.test(part) ? part : JSON.stringify(part));
    }
    return text;
}
/** The error for a map that cannot be used: the first problem by position is the message, the others are its detail. */
export function invalidMap(file, problems) {
    const sentences = problems
        .toSorted((a, b) => a.line - b.line || a.column - b.column)
        .map(({ line, column, path, problem }) => {
        const place = pathText(path);
        return `${file}:${line}:${column}: ${place === '' ? '' : `${place}: `}${problem}`;
    });
    const others = [...new Set(sentences)].slice(1);
    return new PgsealError('invalidMap', { problem: sentences[0] }, others.length === 0 ? {} : { detail: others.join('\n') });
}
//# sourceMappingURL=map-problem.js.map