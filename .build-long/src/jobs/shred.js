import { arnsOfOthers, readTenantRows, retireTenant } from '../control/tenant-rows.js';
import { PgsealError } from '../errors.js';
import { tombstone } from '../seal/tombstone.js';
import { countTenant, overwriteTenant, readShredTable } from './shred-table.js';
/** What shred would do; nothing is changed. Throws shredNoTenants, shredKeyShared, tenantUnknown and what the key ring says. */
export async function planShred(options) {
    const { admin, tenant } = options;
    const tables = await tenantTables(options);
    const rows = await readTenantRows(admin, tenant);
    const keys = [];
    for (const namedKey of namedKeysOf(tables)) {
        const { owned, shared } = await ownedKeys(options, namedKey);
        keys.push({ namedKey, owned, shared, rows: rows.filter((row) => row.namedKey === namedKey && !row.marker).length });
    }
    const mine = { tenant, keyIds: rows.map(({ id }) => idBytes(id)) };
    const columns = [];
    for (const table of tables) {
        const tombstones = tombstonesOf(table, rows);
        const counts = await countTenant(admin, table, mine, tombstones);
        for (const [at, { column, notNull }] of table.columns.entries()) {
            const isOwned = keys.find(({ namedKey }) => namedKey === column.namedKey).owned !== undefined;
            const action = isOwned ? (notNull ? 'tombstone' : 'null') : 'lock out';
            columns.push({ label: column.label, values: counts[at], action });
        }
    }
    return { keys, columns };
}
/**
 * Takes a tenant away. First its keys are retired, so that within the age of caches nothing is sealed or opened for it; then
 * its own KMS keys are set to be deleted; then its values under those are written over. Again it goes on where it stopped.
 */
export async function shred(options) {
    const { admin, keyRing, tenant, days } = options;
    const tables = await tenantTables(options);
    const namedKeys = namedKeysOf(tables);
    const owned = new Map();
    for (const namedKey of namedKeys) {
        const { owned: arns } = await ownedKeys(options, namedKey);
        if (arns !== undefined)
            owned.set(namedKey, arns);
    }
    await admin.transaction(async (session) => {
        for (const namedKey of namedKeys) {
            const arn = owned.get(namedKey)?.[0] ?? '';
            await retireTenant(session, { namedKey, provider: options.keys.get(namedKey).kms, arn, tenant });
        }
    });
    const deletions = new Map();
    for (const [namedKey, arns] of owned) {
        for (const arn of arns) {
            if (!deletions.has(arn))
                deletions.set(arn, await keyRing.scheduleDeletion(namedKey, arn, days));
        }
    }
    const rows = await readTenantRows(admin, tenant);
    const values = { tenant, keyIds: rows.map(({ id }) => idBytes(id)) };
    const columns = [];
    const written = [];
    for (const table of tables) {
        const mine = { ...table, columns: table.columns.filter(({ column }) => owned.has(column.namedKey)) };
        if (mine.columns.length === 0)
            continue;
        const tombstones = tombstonesOf(mine, rows);
        const done = await overwriteTenant(admin, mine, values, tombstones);
        const left = await countTenant(admin, mine, values, tombstones);
        for (const [at, { column }] of mine.columns.entries()) {
            columns.push({ label: column.label, written: done[at], left: left[at] });
        }
        written.push(table.table.mapName);
    }
    return { deletions: [...deletions].map(([arn, day]) => ({ arn, day })), columns, tables: written };
}
async function tenantTables({ admin, tables }) {
    if (!tables.some(({ tenant }) => tenant !== undefined))
        throw new PgsealError('shredNoTenants');
    const found = await Promise.all(tables.map((table) => readShredTable(admin, table)));
    return found.filter((table) => table !== undefined);
}
function namedKeysOf(tables) {
    return [...new Set(tables.flatMap(({ columns }) => columns.map(({ column }) => column.namedKey)))];
}
/** The tenant's KMS keys, apart by who uses them. An alias may name the present key of others too: then nothing is touched. */
async function ownedKeys({ admin, keyRing, tenant }, namedKey) {
    const arns = await keyRing.tenantKeys(namedKey, tenant);
    if (arns === undefined)
        return { owned: undefined, shared: [] };
    const others = new Set([
        ...(await arnsOfOthers(admin, tenant)),
        ...keyRing.status().flatMap(({ arn, trusted, indexArn }) => [arn, ...trusted, indexArn ?? arn]),
    ]);
    if (others.has(arns[0]))
        throw new PgsealError('shredKeyShared', { key: namedKey, arn: arns[0] });
    return { owned: arns.filter((arn) => !others.has(arn)), shared: arns.filter((arn) => others.has(arn)) };
}
/** What takes the place of values that cannot be NULL; before there is a marker, nothing that could rest there. */
function tombstonesOf({ columns }, rows) {
    return columns.map(({ column, notNull }) => {
        if (!notNull)
            return undefined;
        const marker = rows.find((row) => row.namedKey === column.namedKey && row.marker);
        return marker === undefined ? Buffer.alloc(0) : tombstone(column.labelTag, idBytes(marker.id));
    });
}
function idBytes(id) {
    return Buffer.from(id.replaceAll('-', ''), 'hex');
}
//# sourceMappingURL=shred.js.map