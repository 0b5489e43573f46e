import { walk } from '../walk.js';
const patterns = new WeakMap();
/**
 * The first name of a relation with sealed columns, or `pgseal`, that stands as a word in any string of the tree: names,
 * literals, bodies of functions, whatever their language (C49). Upper and lower case are not told apart.
 */
export function mentionIn(node, catalog) {
    let pattern = patterns.get(catalog);
    if (pattern === undefined)
        patterns.set(catalog, (pattern = patternOf(catalog)));
    let found;
    walk(node, (_tag, fields) => {
        for (const key in fields) {
            const value = fields[key];
            if (found === undefined && typeof value === 'string')
                found = pattern.exec(value)?.[0];
        }
        return found === undefined;
    });
    return found;
}
function patternOf(catalog) {
    const names = ['pgseal', ...catalog.relevantNames].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`(?<![\\p{L}\\p{N}_$])(?:${names.join('|')})(?![\\p{L}\\p{N}_$])`, 'iu');
}
//# sourceMappingURL=mentions.js.map