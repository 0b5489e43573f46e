import { columnSchema, mapSchema, namedKeySchemas, roleSchema, tableSchema } from './map-schema.js';
import { didYouMean } from './nearest-name.js';
// Keys of the map whose feature is not built. They are named, so that nobody believes them to be in force.
const notBuilt = {
    map: [],
    key: [],
    table: [],
    column: ['normalize'],
    role: [],
    other: [],
};
const notBuiltSearches = ['match'];
const keysOf = {
    map: Object.keys(mapSchema.shape),
    key: [...new Set(Object.values(namedKeySchemas).flatMap((schema) => Object.keys(schema.shape)))],
    table: Object.keys(tableSchema.shape),
    column: Object.keys(columnSchema.shape),
    role: Object.keys(roleSchema.shape),
};
const placeOf = {
    map: 'the top of the map',
    key: 'a key',
    table: 'a table',
    column: 'a column',
    role: 'a role',
};
function levelOf(path) {
    if (path.length === 0)
        return 'map';
    if (path[0] === 'keys' && path.length === 2)
        return 'key';
    if (path[0] === 'tables' && path.length === 2)
        return 'table';
    if (path[0] === 'tables' && path[2] === 'columns' && path.length === 4)
        return 'column';
    if (path[0] === 'roles' && path.length === 2)
        return 'role';
    return 'other';
}
/** What the schema found, in the map's own words, at the places it means. */
export function schemaProblems(issues, document) {
    // Of two at one place the key that was written says more than the key that is missing.
    const unrecognizedFirst = issues.toSorted((a, b) => Number(b.code === 'unrecognized_keys') - Number(a.code === 'unrecognized_keys'));
    return unrecognizedFirst.flatMap(insideMapping).flatMap((issue) => {
        const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
        if (issue.code === 'unrecognized_keys') {
            return issue.keys.map((key) => ({
                ...document.position([...path, key]),
                path,
                problem: unrecognizedKey(key, path, document),
            }));
        }
        return [{ ...document.position(path), ...problemOf(issue, path, document) }];
    });
}
/** `record` and `tenant` are a text or a mapping: of a mapping, what is wrong inside it. */
function insideMapping(issue) {
    if (issue.code !== 'invalid_union' || !isTextOrMapping(issue.path))
        return [issue];
    const inside = issue.errors[1] ?? [];
    return inside.some(({ code, path }) => code === 'invalid_type' && path.length === 0)
        ? [issue]
        : inside.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}
function isTextOrMapping(path) {
    return path.length === 3 && path[0] === 'tables' && (path[2] === 'record' || path[2] === 'tenant');
}
function problemOf(issue, path, document) {
    if (path.length > 0 && !document.has(path)) {
        return { path: path.slice(0, -1), problem: `missing key "${String(path.at(-1))}"` };
    }
    const word = scalarAt(document, path);
    switch (issue.code) {
        case 'invalid_type':
            return { path, problem: `expected ${expectedText(issue.expected)}` };
        case 'invalid_value': {
            const choices = issue.values.map(String);
            if (path.at(-2) === 'search' && word !== undefined && notBuiltSearches.includes(word)) {
                return { path, problem: `search "${word}" is not built yet` };
            }
            return { path, problem: expectedOneOf(choices, word) };
        }
        case 'invalid_union':
            if (isTextOrMapping(path) && path[2] === 'tenant') {
                return { path, problem: 'expected the name of a column, or a mapping with one' };
            }
            if (isTextOrMapping(path))
                return { path, problem: 'expected a template such as "users/{id}", or a mapping with one' };
            if (path.at(-1) === 'reads') {
                return {
                    path,
                    problem: `${expectedOneOf(['refuse', 'null', 'mask', 'token'], word)}, or a mask as { mask: VALUE }`,
                };
            }
            if (path[2] === 'tenants')
                return { path, problem: 'expected a KMS key, or a list of KMS keys' };
            return { path, problem: expectedOneOf(Object.keys(namedKeySchemas), word) };
        case 'too_small':
            return { path, problem: issue.origin === 'string' ? 'must not be empty' : `must be at least ${issue.minimum}` };
        case 'too_big':
            return { path, problem: `must be at most ${issue.maximum}` };
        default:
            return { path, problem: 'is not valid' };
    }
}
function expectedOneOf(choices, word) {
    const expected = `expected ${choices.map((choice) => `"${choice}"`).join(' or ')}`;
    return word === undefined ? expected : `${expected}, not "${word}"${didYouMean(word, choices)}`;
}
function expectedText(expected) {
    switch (expected) {
        case 'object':
        case 'record':
            return 'a mapping of keys to values';
        case 'array':
            return 'a list';
        case 'int':
        case 'number':
            return 'a whole number';
        case 'boolean':
            return 'true or false';
        case 'string':
            return 'a text (put numbers in quotes)';
        default:
            return expected;
    }
}
function unrecognizedKey(key, path, document) {
    const level = levelOf(path);
    if (notBuilt[level].includes(key))
        return `"${key}" is not built yet`;
    const kms = level === 'key' ? scalarAt(document, [...path, 'kms']) : undefined;
    if (kms !== undefined && keysOf.key.includes(key)) {
        const instead = key === 'tenants' ? '; "tenant" of a table gives each tenant branch keys of its own' : '';
        return `"${key}" does not apply to kms: ${kms}${instead}`;
    }
    const here = level === 'other' ? [] : keysOf[level];
    const near = didYouMean(key, [...here, ...notBuilt[level]]);
    if (near !== '')
        return `unrecognized key "${key}"${near}`;
    const home = ['map', 'key', 'table', 'column', 'role'].find((other) => other !== level && [...keysOf[other], ...notBuilt[other]].includes(key));
    return `unrecognized key "${key}"${home === undefined ? '' : `; it belongs to ${placeOf[home]}`}`;
}
/** A short word as it was written; what came from the environment may be secret and is left out. */
function scalarAt(document, path) {
    if (document.fromEnvironment(path))
        return undefined;
    let value = document.value;
    for (const part of path) {
        if (typeof value !== 'object' || value === null)
            return undefined;
        value = value[part];
    }
    return typeof value === 'string' && /^[\w-]{1,40}$/.test(value) ? value : undefined;
}
//# sourceMappingURL=schema-problems.js.map