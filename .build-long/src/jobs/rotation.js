import { createCatalogSource } from '../catalog/catalog-source.js';
import { readRegisteredColumns } from '../control/column-registry.js';
import { missingOf, readSchemaFacts, schemaOutdated } from '../control/schema.js';
import { PgsealError } from '../errors.js';
import { mapBounded } from '../keys/call-slots.js';
import { countByKey } from './key-counts.js';
import { Pace } from './pace.js';
import { readTarget } from './rotation-target.js';
import { readUpdateTriggers } from './row-triggers.js';
import { rotateTable } from './table-rotation.js';
/** First half of the key of the advisory lock that a run holds for each table; the second is the table's OID. */
const lockSpace = 0x7067_726f;
const keyCallsAtOnce = 20;
/**
 * `rewrap`: data keys, branch keys and wrapped index keys wrapped anew under the map's KMS keys and pairs, values untouched.
 * `rotate`: values sealed anew under fresh data keys. Both while clients write; both go on where a run that was killed ended.
 * Rejects with PgsealError rotationNotReady, rotationTriggers, rotationRunning, rotationBlocked, rotationRowKept,
 * rotationDenied, what the key ring says, or the server's own error: what was done is kept, and the next run goes on.
 */
export async function runRotation(options) {
    const { database, kind } = options;
    try {
        await checkSchema(database);
        const targets = await readTargets(options);
        const namedKeys = new Set(targets.flatMap((target) => [...target.namedKeys]));
        const firstRows = await rewrapRows(options, namedKeys);
        const reports = [];
        for (const target of targets) {
            if (options.signal?.aborted === true)
                break;
            reports.push(await withTable(options, target));
        }
        const ended = reports.length === targets.length && reports.every(({ outcome }) => outcome !== 'stopped');
        // A proxy with an older map may have made branch keys meanwhile.
        const keyRows = ended ? added(firstRows, await rewrapRows(options, namedKeys)) : firstRows;
        const rest = ended ? await countUses(options, namedKeys) : { unused: [], used: [], notCounted: [] };
        const complete = ended && reports.every(({ outcome }) => outcome === 'done') && keyRows.failures.length === 0;
        return { keyRows, tables: reports, ...rest, complete };
    }
    catch (error) {
        throw asRotationError(error, kind);
    }
}
async function checkSchema(database) {
    const facts = await readSchemaFacts(database);
    if (!facts.names.has('keys'))
        throw new PgsealError('schemaMissing');
    const missing = missingOf(facts.tables);
    if (missing.length > 0)
        throw schemaOutdated(missing);
}
async function readTargets(options) {
    const { database, tables, table, columns } = options;
    const source = createCatalogSource({ database, tables, readRegisteredColumns, interval: 0 });
    const catalog = await source.start();
    source.stop();
    const targets = [];
    for (const mapped of tables) {
        if (table !== undefined && mapped.mapName !== table)
            continue;
        const target = await readTarget(database, catalog, mapped, columns);
        if (target === undefined)
            continue;
        for (const name of target.namedKeys) {
            if (options.keys.get(name)?.kms !== 'insecure-test-key')
                continue;
            const reason = `named key "${name}" is the insecure test key, which is one key for all`;
            throw new PgsealError('rotationNotReady', { table: mapped.mapName, reason }, { hint: 'Give the map another key.' });
        }
        targets.push(target);
    }
    return targets;
}
async function withTable(options, target) {
    const { kind, keyRing, keyTable, keys, triggers, verify, signal } = options;
    const table = target.table.mapName;
    const { origin, replica } = await readUpdateTriggers(options.database, target.relation, target.columnNames);
    if (triggers === undefined && origin.length > 0) {
        throw new PgsealError('rotationTriggers', { command: kind, table, triggers: origin.join(', ') });
    }
    const firing = triggers === 'skip' ? replica : origin;
    options.onTable?.({ table, labels: target.labels, firing, skipped: origin.filter((name) => !firing.includes(name)) });
    return options.database.reserve(async (session) => {
        await lock(session, options, target);
        try {
            await session.query("select set_config('default_transaction_isolation', 'read committed', false)");
            // A batch is joined to its rows one by one, however the planner counts. Queries of triggers are planned as they are.
            if (firing.length === 0) {
                await session.query("select set_config('enable_hashjoin', 'off', false), set_config('enable_mergejoin', 'off', false)");
            }
            if (triggers === 'skip')
                await session.query('set session_replication_role = replica');
            return await rotateTable({
                kind,
                session,
                keyRing,
                keyTable,
                keys,
                pace: new Pace(options.rate, signal),
                signal,
                verify,
                triggersFire: firing.length > 0,
                patienceMs: options.patienceMs ?? 300_000,
                onProgress: options.onProgress ?? (() => undefined),
            }, target);
        }
        finally {
            if (triggers === 'skip')
                await session.query('reset session_replication_role').catch(() => undefined);
            await session.query('reset enable_hashjoin').catch(() => undefined);
            await session.query('reset enable_mergejoin').catch(() => undefined);
            await session
                .query('select pg_advisory_unlock($1::int4, $2::int4)', [lockSpace, target.relation | 0])
                .catch(() => undefined);
        }
    });
}
async function lock(session, options, { relation, table }) {
    await session.query("select set_config('lock_timeout', $1, false)", [`${options.lockWaitMs ?? 3000}ms`]);
    try {
        await session.query('select pg_advisory_lock($1::int4, $2::int4)', [lockSpace, relation | 0]);
    }
    catch (error) {
        if (error.code !== '55P03')
            throw error;
        throw new PgsealError('rotationRunning', { table: table.mapName });
    }
    finally {
        await session.query("select set_config('lock_timeout', '0', false)");
    }
}
/**
 * Branch and wrapped index keys of these named keys, exchanged in their rows: what they wrap stays as it is. `rotate` leaves
 * branch keys, on which nothing rests in the end, under their KMS keys.
 */
async function rewrapRows(options, namedKeys) {
    const { keyRing, keyTable, onProgress, kind: job } = options;
    const kinds = job === 'rewrap' ? ['branch', 'index'] : ['index'];
    const rows = (await keyTable.all()).filter(({ namedKey, kind }) => namedKeys.has(namedKey) && kinds.includes(kind));
    const failures = [];
    const bound = [];
    let [moved, seen] = [0, 0];
    await mapBounded(rows, keyCallsAtOnce, async (row) => {
        if (row.wrapped === null && row.kind === 'index' && !(await keyRing.isPresent(row)))
            bound.push(row);
        try {
            const next = await keyRing.rewrapRow(row);
            // Another run may have been quicker; then it is done.
            if (next !== undefined && (await keyTable.replaceWrapped(row, next)))
                moved += 1;
        }
        catch (error) {
            if (!(error instanceof PgsealError) || error.errorName !== 'openFailed')
                throw error;
            failures.push({ label: `${row.kind} key of ${row.namedKey}`, place: row.id, reason: error.logDetail ?? '' });
        }
        seen += 1;
        onProgress?.({ phase: 'keys', table: '', rows: seen, total: rows.length });
    });
    return { moved, failures, bound };
}
function added(first, second) {
    return { ...second, moved: first.moved + second.moved };
}
/** What rests on the keys of the past of these named keys, over all columns of the database; noted for `status`. */
async function countUses(options, namedKeys) {
    const { database, keyRing, keyTable } = options;
    const registered = (await readRegisteredColumns(database)).filter(({ namedKey }) => namedKeys.has(namedKey));
    const past = [];
    for (const row of await keyTable.all()) {
        if (!namedKeys.has(row.namedKey) || row.kind === 'index')
            continue;
        // A branch key of the present KMS key may be in use in a proxy before a value rests on it.
        const maxAge = options.keys.get(row.namedKey).cache.maxAgeMs;
        const aged = row.kind === 'branch' && Date.now() - row.created.getTime() > 2 * maxAge + 60_000;
        if (aged || !(await keyRing.isPresent(row)))
            past.push(row);
    }
    if (past.length === 0)
        return { unused: [], used: [], notCounted: [] };
    const { counts, denied } = await countByKey(database, registered);
    const values = new Map();
    for (const count of counts)
        values.set(count.keyId, (values.get(count.keyId) ?? 0) + count.values);
    const used = past.filter(({ id }) => values.has(id)).map((row) => ({ row, values: values.get(row.id) }));
    const unused = denied.length > 0 ? [] : past.filter(({ id }) => !values.has(id));
    await keyTable.noteUnused(unused.map(({ id }) => id), used.map(({ row }) => row.id));
    return { unused, used, notCounted: denied };
}
function asRotationError(error, command) {
    if (error instanceof PgsealError)
        return error;
    const { code, message } = error;
    if (code !== '42501')
        return error;
    return new PgsealError('rotationDenied', { command }, { logDetail: String(message) });
}
//# sourceMappingURL=rotation.js.map