import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PgsealError } from '../errors.js';
import { checkMap } from './check-map.js';
import { readMapDocument } from './map-document.js';
import { invalidMap } from './map-problem.js';
import { mapSchema } from './map-schema.js';
import { schemaProblems } from './schema-problems.js';
/**
 * Reads and checks the map in `file`. Throws PgsealError `mapUnreadable` or `invalidMap`; the latter's message is the
 * first problem as `file:line:column: path: problem`, its detail the others, a line each.
 */
export async function loadConfig(file, options = {}) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
    }
    catch (error) {
        throw new PgsealError('mapUnreadable', { file, reason: unreadable(error) });
    }
    return parseConfig(text, file, options);
}
/** As loadConfig, for a map's text; `file` is its name in errors and the place where relative key files begin. */
export function parseConfig(text, file, options = {}) {
    const document = readMapDocument(text, options.environment ?? process.env);
    if (Array.isArray(document))
        throw invalidMap(file, document);
    const problems = [];
    const refuse = (path, problem) => {
        problems.push({ ...document.position(path), path, problem });
    };
    const map = checkShape(document, file);
    const checks = {
        file: resolve(file),
        allowInsecureTestKey: options.allowInsecureTestKey ?? false,
        maskProblem: options.maskProblem,
    };
    const config = checkMap(map, checks, refuse);
    if (problems.length > 0)
        throw invalidMap(file, problems);
    return config;
}
function checkShape(document, file) {
    const first = mapSchema.safeParse(document.value ?? {});
    if (first.success)
        return first.data;
    // An environment variable is text, whatever it is for: where a number or a truth value is expected it is read as one.
    const value = structuredClone(document.value);
    let converted = false;
    for (const issue of first.error.issues) {
        if (issue.code !== 'invalid_type' || !document.fromEnvironment(issue.path))
            continue;
        converted = convertInPlace(value, issue.path, issue.expected) || converted;
    }
    const second = converted ? mapSchema.safeParse(value) : first;
    if (second.success)
        return second.data;
    throw invalidMap(file, schemaProblems(second.error.issues, document));
}
function convertInPlace(root, path, expected) {
    let holder = root;
    for (const part of path.slice(0, -1))
        holder = holder[part];
    const name = path.at(-1);
    const text = holder[name];
    if (expected === 'boolean' && (text === 'true' || text === 'false'))
        holder[name] = text === 'true';
    else if ((expected === 'number' || expected === 'int') && typeof text === 'string' && /^\d{1,15}$/.test(text)) {
        holder[name] = Number(text);
    }
    else
        return false;
    return true;
}
function unreadable(error) {
    if (error instanceof TypeError)
        return 'it is not UTF-8';
    switch (error.code) {
        case 'ENOENT':
            return 'no such file';
        case 'EACCES':
            return 'permission denied';
        case 'EISDIR':
            return 'it is a folder';
        default:
            return error.code ?? 'unreadable';
    }
}
//# sourceMappingURL=load-config.js.map