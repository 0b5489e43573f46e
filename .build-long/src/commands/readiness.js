import { openDatabase } from '../control/database.js';
import { checkSchemaVersion } from '../control/schema.js';
import { PgsealError } from '../errors.js';
import { connectUpstream } from '../net/upstream.js';
import { attempts } from '../net/upstream-tls.js';
import { parseText } from '../sql/parser.js';
/** One look serves all who ask within this time: the probe must not be a load of its own. */
const sharedMilliseconds = 1_000;
/** Longest that one check is waited for. */
const checkMilliseconds = 3_000;
/** A key service that answered a statement so lately is not asked again. */
const recentMilliseconds = 10_000;
/** Looks at everything that statements need. `deep: false` leaves out what is the same for every process of a machine. */
export function readinessOf(parts) {
    const asked = new Map();
    const shared = new Map();
    return (deep) => {
        const known = shared.get(deep);
        if (known !== undefined && performance.now() - known.at < sharedMilliseconds && !parts.draining()) {
            return known.readiness;
        }
        const readiness = look(parts, deep, asked);
        shared.set(deep, { at: performance.now(), readiness });
        return readiness;
    };
}
/** The parser is what every statement goes through; nothing else of a process can break and stay broken. */
export async function parserWorks() {
    for (let attempt = 0; attempt < 3; attempt += 1) {
        try {
            if (parseText(selfTest).length === 1)
                return true;
        }
        catch {
            // An instance that failed is replaced: the next attempt meets the new one.
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return false;
}
const selfTest = Buffer.from('select 1');
/** Of several looks at the same instance: the worst of each. */
export function worst(all) {
    const checks = {};
    for (const one of all) {
        for (const [name, state] of Object.entries(one.checks)) {
            if (checks[name] === undefined || checks[name] === 'ok')
                checks[name] = state;
        }
    }
    return { status: statusOf(checks), checks };
}
function statusOf(checks) {
    const wrong = Object.keys(checks).filter((name) => checks[name] !== 'ok');
    if (wrong.length === 0)
        return 'ready';
    return wrong.every((name) => name.startsWith(keyCheck)) ? 'degraded' : 'unavailable';
}
const keyCheck = 'key ';
async function look(parts, deep, asked) {
    if (parts.draining())
        return { status: 'unavailable', checks: { process: 'draining' } };
    const { config } = parts;
    const keyRing = parts.keyRing();
    const looks = [['parser', parserWorks().then((works) => (works ? 'ok' : 'broken'))]];
    if (deep)
        looks.push(['server', inTime(serverAnswers(config))]);
    if (keyRing !== undefined) {
        if (deep)
            looks.push(['control', inTime(controlWorks(config))]);
        for (const name of parts.keys())
            looks.push([`${keyCheck}${name}`, inTime(keyAnswers(keyRing, name, parts.counts, asked))]);
    }
    const states = await Promise.all(looks.map(async ([name, state]) => [name, await state]));
    const checks = Object.fromEntries(states);
    return { status: statusOf(checks), checks };
}
async function serverAnswers({ upstream }) {
    const signal = AbortSignal.timeout(checkMilliseconds);
    const socket = await connectUpstream(upstream, attempts(upstream.tls.mode)[0], signal);
    socket.destroy();
}
/** A login of its own: connections of the pool would outlive a login that was taken away. */
async function controlWorks({ control }) {
    const database = openDatabase(control, 1);
    try {
        await checkSchemaVersion(database);
    }
    finally {
        void database.close();
    }
}
async function keyAnswers(keyRing, namedKey, counts, asked) {
    const service = counts.keyService(namedKey);
    const { lastAt } = service;
    const now = performance.now();
    if (lastAt !== undefined && now - lastAt < recentMilliseconds && !service.lastFailed && !service.breakerOpen)
        return;
    // Where it says no to the question itself, it need not say so each second.
    const before = asked.get(namedKey);
    const outage = service.breakerOpen || (service.lastFailed && before !== undefined && lastAt !== undefined && lastAt > before);
    if (before !== undefined && now - before < recentMilliseconds && !outage)
        return;
    try {
        await keyRing.check(namedKey);
    }
    catch (error) {
        // Whoever says no has answered; it may be that only this question is not allowed.
        const answered = error instanceof PgsealError && ['keyServiceDenied', 'keyServiceThrottled'].includes(error.errorName);
        if (!answered)
            throw error;
    }
    asked.set(namedKey, performance.now());
}
async function inTime(check) {
    let timer;
    const late = new Promise((resolve) => {
        timer = setTimeout(() => resolve('no answer in time'), checkMilliseconds);
    });
    const state = check.then(() => 'ok', (error) => (error instanceof PgsealError ? error.errorName : 'failed'));
    return Promise.race([state, late]).finally(() => clearTimeout(timer));
}
//# sourceMappingURL=readiness.js.map