import { readSchemaFacts } from '../control/schema.js';
import { cleanLeftovers } from './leftovers.js';
import { dropOldTable, keptOldTables } from './remake/remake.js';
/**
 * Drops the tables that online jobs have replaced, and cleans the catalogs that hold samples of their columns. Nobody uses
 * these tables, so no client waits. What a catalog could not be cleaned of is given back, and tried again by the next run.
 */
export async function dropPlaintext(database) {
    const { names } = await readSchemaFacts(database);
    if (!names.has('remakes'))
        return { tables: [], leftovers: [] };
    return database.reserve(async (session) => {
        const tables = [];
        for (const remake of await keptOldTables(session)) {
            await dropOldTable(session, remake);
            tables.push(`${remake.schema}.${remake.table}`);
        }
        return { tables, leftovers: await cleanLeftovers(session) };
    });
}
//# sourceMappingURL=drop-plaintext.js.map