import { createCatalogSource } from '../catalog/catalog-source.js';
import { readRegisteredColumns } from '../control/column-registry.js';
import { openDatabase } from '../control/database.js';
import { openKeyTable } from '../control/key-table.js';
import { checkSchemaVersion } from '../control/schema.js';
import { PgsealError } from '../errors.js';
import { createKeyRing } from '../keys/create-key-ring.js';
import { Counts } from '../observe/counts.js';
import { secretKey } from '../seal/data-key.js';
import { tokenKeyMessage } from '../seal/token.js';
import { StatementCache } from '../sql/statement-cache.js';
import { Shared } from './held-until-released.js';
import { keysInForce } from './map-change.js';
import { userAccess } from './user-access.js';
/** Memory for parsed statements and their plans. */
const cacheBytes = 64 * 1024 * 1024;
/**
 * Opens the control connection, checks schema pgseal, opens the keys and reads the catalog. Rejects with a PgsealError that
 * says which of them is wrong, having closed what was open. Without `interval` the catalog is read again on its own timer.
 */
export async function startSealing(config, log, counts = new Counts(), { interval, previous } = {}) {
    const keys = keysInForce(config);
    const sharedDatabase = previous?.shared.database.take() ?? new Shared(openDatabase(config.control), (opened) => opened.close());
    const database = sharedDatabase.value;
    let sharedRing = previous?.shared.keys === keys ? previous.shared.ring.take() : undefined;
    try {
        await checkSchemaVersion(database);
        const { mode, prove, probe } = config;
        const store = openKeyTable(database);
        sharedRing ??= new Shared(await createKeyRing({ keys: config.keys, mode, prove, probe, store, log: log.keys, counts }), (opened) => opened.close());
        const ring = sharedRing.value;
        warnOfLostLines(ring, await store.fileKeys(), log);
        const tokenKeys = await makeTokenKeys(config, ring);
        let starting = true;
        let unfit;
        const catalogSource = createCatalogSource({
            database,
            tables: config.tables,
            readRegisteredColumns,
            loadIndexKeys: (ids) => ring.loadIndexKeys(ids),
            onError: (error) => {
                const fatal = error instanceof PgsealError && error.errorName === 'keyConfiguration';
                // A map that is to take another's place must serve as well as that: then nothing may be missing.
                if (starting && (fatal || previous !== undefined))
                    unfit = error;
                else
                    log.failed({ during: 'reading the catalog', error });
            },
            ...(interval === undefined ? {} : { interval }),
        });
        try {
            await catalogSource.start();
            starting = false;
            // A key file or KMS key that is not the database's: what such a process sealed, the others could not open.
            if (unfit !== undefined)
                throw unfit;
        }
        catch (error) {
            catalogSource.stop();
            throw error;
        }
        const shared = { database: sharedDatabase, ring: sharedRing, keys };
        const statements = previous?.statements ?? new StatementCache(cacheBytes);
        return assembled(config, shared, statements, catalogSource, tokenKeys, counts);
    }
    catch (error) {
        await sharedRing?.release();
        await sharedDatabase.release();
        throw error;
    }
}
function assembled(config, shared, statements, catalogSource, tokenKeys, counts) {
    const [database, keyRing] = [shared.database.value, shared.ring.value];
    const accessOf = userAccess(config);
    const { statementBytes } = config.limits;
    const common = {
        mode: config.mode,
        keyRing,
        tokenKeys,
        counts,
        rowsPerStatement: config.limits.rowsPerStatement,
        memoryPerConnection: config.limits.memoryPerConnection,
        parse: (text) => {
            if (text.length > statementBytes) {
                throw new PgsealError('statementTooLarge', { limit: String(statementBytes) });
            }
            return statements.parse(text);
        },
        analyze: (input) => statements.analyze(input),
        fingerprint: (plan) => statements.fingerprint(plan),
        catalog: () => catalogSource.current(),
        catalogUnderWay: () => catalogSource.refreshing(),
        refreshCatalog: () => catalogSource.refresh(),
        readCatalog: async (query) => {
            const [row] = await query(catalogSource.query);
            return catalogSource.privateCatalog((row ?? []).map((text) => text ?? ''));
        },
    };
    return {
        database,
        keyRing,
        catalogSource,
        statements,
        shared,
        dependencies: (log, user, audit) => ({ ...common, log, audit, access: accessOf(user) }),
        close: async () => {
            catalogSource.stop();
            await shared.ring.release();
            await shared.database.release();
        },
    };
}
async function makeTokenKeys(config, ring) {
    const columns = config.tables.flatMap((table) => table.columns).filter((column) => column.reads === 'token');
    const keys = new Map();
    for (const namedKey of new Set(columns.map((column) => column.namedKey))) {
        keys.set(namedKey, secretKey(await ring.mac(namedKey, tokenKeyMessage(namedKey))));
    }
    return keys;
}
// Not a refusal: a line may be gone for good, and what is under it with it.
function warnOfLostLines(ring, made, log) {
    for (const { name, kms, trusted } of ring.status()) {
        if (kms !== 'local')
            continue;
        const lost = made.filter(({ namedKey, id }) => namedKey === name && !trusted.includes(id));
        for (const { id } of lost) {
            log.weakness({ what: `the key file of key "${name}" has no line "${id}", under which values were sealed` });
        }
    }
}
//# sourceMappingURL=sealing.js.map