import { openDatabase } from '../../src/control/database.js';
import { apply } from '../../src/jobs/apply.js';
import { unseal } from '../../src/jobs/unseal.js';
import { parseEnvelope } from '../../src/seal/envelope.js';
import { openValue } from '../../src/seal/open-value.js';
import { localKeyRing } from '../support/local-key-ring.js';
import { createOwnedDatabase } from '../support/owned-database.js';
import { sharedPostgres } from '../support/postgres.js';
export async function applyPlace(name) {
    const place = await createOwnedDatabase(await sharedPostgres(), name);
    const owner = openDatabase(place.ownerUrl);
    const control = openDatabase(place.controlUrl);
    const ring = await localKeyRing(control);
    return {
        ...place,
        owner,
        keyRing: ring.keyRing,
        apply: (tables, change) => apply({ admin: owner, controlRole: place.control, tables, keyRing: ring.keyRing, ...change }),
        unseal: (tables, scope, change) => unseal({ admin: owner, tables, scope, keyRing: ring.keyRing, ...change }),
        open: (table, column, key) => open(owner, ring.keyRing, table, column, key),
        close: async () => {
            ring.close();
            await owner.close();
            await control.close();
        },
    };
}
async function open(session, keyRing, table, name, key) {
    const column = table.columns.find((each) => each.name === name);
    const terms = column.search.includes('equality') ? ['eq'] : [];
    const sealed = { ...column, logicalType: column.type, terms };
    const rows = await session.query(`select ${key}::text as k, ("${name}").c::bytea as c, ${terms.length > 0 ? `("${name}").eq::bytea` : 'null::bytea'} as eq from public.${table.name}`);
    const opened = {};
    for (const { k, c, eq } of rows) {
        if (c === null) {
            opened[k] = null;
            continue;
        }
        const envelope = parseEnvelope(c, column.label);
        const context = { table: table.mapName, record: '', tenant: '' };
        const dataKey = await keyRing.open(column.namedKey, envelope.keyPart, context, column.label);
        opened[k] = openValue(sealed, envelope, dataKey, eq === null ? [] : [eq]).toString('hex');
    }
    return opened;
}
//# sourceMappingURL=apply-place.js.map