// What of a map may change while it is in force.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { PgsealError } from '../errors.js';
/** What is set up once: sockets, logins, the trail, and what every plan rests on. */
const fixed = [
    'listen',
    'upstream',
    'control',
    'mode',
    'prove',
    'probe',
    'passthroughDatabases',
    'http',
    'workers',
    'timeouts',
    'log',
    'tls',
    'auth',
    'audit',
    'alerts',
];
/** Throws mapNeedsRestart when `next` differs from `config` in what can't change: then all of it waits for the restart. */
export function checkChange(config, next) {
    const changed = fixed.filter((key) => !isDeepStrictEqual(config[key], next[key]));
    // Connections without a table in the map are of another kind, and are not analysed.
    if ((config.tables.length === 0) !== (next.tables.length === 0))
        changed.push('tables (from none or to none)');
    if (changed.length > 0)
        throw new PgsealError('mapNeedsRestart', { keys: changed.join(', ') });
}
/** The same for maps under which the same keys do the same: `keys` and what key files hold. */
export function keysInForce(config) {
    const files = [...config.keys.values()].map(({ keyFile }) => (keyFile === undefined ? '' : digestOf(keyFile)));
    const plain = (_, value) => (value instanceof Map ? [...value] : value);
    return JSON.stringify([[...config.keys], files], plain);
}
function digestOf(file) {
    try {
        return createHash('sha256').update(readFileSync(file)).digest('hex');
    }
    catch {
        // Whoever opens the keys says what is wrong with it.
        return 'unreadable';
    }
}
//# sourceMappingURL=map-change.js.map