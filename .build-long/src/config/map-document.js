import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml';
import { substitute } from './environment.js';
/**
 * Reads YAML 1.2 (core schema). Anchors, aliases, merge keys, tags, repeated keys and more than one document are
 * problems: each hides from a reader what a key finally means. Environment variables go in after parsing, so what one
 * holds is never read as YAML. Returns problems instead of a document when there are any.
 */
export function readMapDocument(text, environment) {
    const lines = new LineCounter();
    const problems = [];
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line, column: col };
    };
    // The parser's pretty errors quote the text, secrets included; they stay off.
    const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, merge: false, uniqueKeys: true });
    const document = (Array.isArray(documents) ? documents[0] : undefined);
    for (const parsed of documents) {
        // What follows a fault is often only its echo; repeated keys stand for themselves.
        const faults = [...parsed.errors, ...parsed.warnings].filter(({ code }, index) => index === 0 || code === 'DUPLICATE_KEY');
        for (const fault of faults) {
            const offset = fault.pos[0];
            const inBraces = text[offset - 1] === '$' && text[offset] === '{';
            const problem = fault.code === 'DUPLICATE_KEY'
                ? 'the key is given twice'
                : inBraces
                    ? 'inside braces and brackets ${NAME} must stand in quotes'
                    : yamlFault(fault.message);
            problems.push({ ...at(offset), path: [], problem });
        }
    }
    if (documents.length > 1) {
        problems.push({ ...at(documents[1].range[0]), path: [], problem: 'expected one YAML document' });
    }
    if (problems.length > 0)
        return problems;
    const places = new Map();
    const substituted = new Set();
    const root = document?.contents ?? null;
    const value = root === null ? undefined : toValue(root, []);
    if (problems.length > 0)
        return problems;
    return {
        value,
        position(path) {
            for (let length = path.length; length > 0; length--) {
                const place = places.get(placeName(path.slice(0, length)));
                if (place !== undefined)
                    return at(place.key);
            }
            return { line: 1, column: 1 };
        },
        has: (path) => places.has(placeName(path)),
        fromEnvironment: (path) => substituted.has(placeName(path)),
    };
    function toValue(node, path) {
        const offset = node.range?.[0] ?? 0;
        const refuse = (problem) => {
            problems.push({ ...at(offset), path, problem });
        };
        if (isAlias(node))
            return refuse('YAML aliases are not allowed in a map');
        if ('anchor' in node && node.anchor !== undefined)
            return refuse('YAML anchors are not allowed in a map');
        if (node.tag !== undefined)
            return refuse('YAML tags are not allowed in a map');
        if (isMap(node)) {
            const object = {};
            for (const { key, value } of node.items) {
                if (!isScalar(key)) {
                    problems.push({ ...at(key?.range?.[0] ?? offset), path, problem: 'expected a name as key' });
                    continue;
                }
                const keyOffset = key.range?.[0] ?? offset;
                const name = key.source ?? String(key.value);
                const below = [...path, name];
                if (name === '<<')
                    problems.push({ ...at(keyOffset), path, problem: 'YAML merge keys are not allowed in a map' });
                else if (key.anchor !== undefined || key.tag !== undefined) {
                    problems.push({ ...at(keyOffset), path, problem: 'YAML anchors and tags are not allowed in a map' });
                }
                else if (name === '__proto__')
                    problems.push({ ...at(keyOffset), path, problem: 'the name cannot be mapped' });
                else if (places.has(placeName(below))) {
                    // Same name in two spellings, such as 1 and "1": two keys to YAML.
                    problems.push({ ...at(keyOffset), path, problem: 'the key is given twice' });
                }
                else {
                    const node = value;
                    places.set(placeName(below), { key: keyOffset, value: node?.range?.[0] ?? keyOffset });
                    object[name] = node === null ? null : toValue(node, below);
                }
            }
            return object;
        }
        if (isSeq(node)) {
            return node.items.map((item, index) => {
                const below = [...path, index];
                const itemOffset = item?.range?.[0] ?? offset;
                places.set(placeName(below), { key: itemOffset, value: itemOffset });
                return item === null ? null : toValue(item, below);
            });
        }
        if (!isScalar(node))
            return refuse('expected a value');
        if (typeof node.value !== 'string')
            return node.value;
        const result = substitute(node.value, environment);
        if ('problem' in result)
            return refuse(result.problem);
        if (result.changed)
            substituted.add(placeName(path));
        return result.text;
    }
}
// The parser's own words, without the part in which some of its messages quote the text.
function yamlFault(message) {
    return `invalid YAML: ${message.split(/[:\n]/)[0].trim()}`;
}
function placeName(path) {
    return JSON.stringify(path);
}
//# sourceMappingURL=map-document.js.map