import { createCatalogSource } from '../catalog/catalog-source.js';
import { readColumnsBefore } from '../control/column-before.js';
import { readRegisteredColumns } from '../control/column-registry.js';
import { checkVersion, readSchemaFacts } from '../control/schema.js';
import { PgsealError } from '../errors.js';
import { isSealed } from './apply-plan.js';
import { openedIndexes } from './opened-indexes.js';
import { jobColumns, rowIdentity } from './rotation-target.js';
import { readTableFacts } from './table-facts.js';
import { readIndexReads, unsealObstacles } from './unseal-obstacles.js';
/** What `unseal` would do now. Reads only. Rejects with schemaVersionDiffers, and when the database cannot be asked. */
export async function planUnseal(session, tables, scope) {
    const facts = await readSchemaFacts(session);
    if (!facts.names.has('columns'))
        return { tables: [], unmapped: [], schema: facts.schema, workLeft: false };
    if (facts.version !== undefined)
        checkVersion(facts.version);
    const registered = await readRegisteredColumns(session);
    const plans = [];
    for (const table of tables) {
        if (wantedColumns(table, scope).length > 0)
            plans.push(await planUnsealTable(session, tables, table, scope));
    }
    const labels = new Set(tables.flatMap(({ columns }) => columns.map(({ label }) => label)));
    const unmapped = [];
    for (const row of scope.all ? registered : []) {
        if (!labels.has(row.label) && (await isSealed(session, row)))
            unmapped.push(row);
    }
    return {
        tables: plans,
        unmapped,
        schema: true,
        workLeft: unmapped.length > 0 || plans.some(({ columns }) => columns.some(({ action }) => action !== 'none')),
    };
}
/** The plan of one table alone; made again under the lock, where it is the one that counts. */
export async function planUnsealTable(session, tables, table, scope) {
    const wanted = wantedColumns(table, scope);
    const facts = await readTableFacts(session, table.schema, table.name);
    const catalog = await readCatalog(session, tables);
    const relation = catalog.mappedTables.find(({ mapName }) => mapName === table.mapName)?.relation;
    const registered = new Map((await readRegisteredColumns(session)).map((row) => [row.label, row]));
    const stored = await readColumnsBefore(session);
    const before = new Map(table.columns.flatMap(({ name, label }) => {
        const known = stored.get(label);
        return known === undefined ? [] : [[name, known]];
    }));
    const reads = facts === undefined ? [] : await readIndexReads(session, facts);
    const columns = wanted.map((column) => {
        const place = facts?.columns.find((each) => each.relation === facts.oid && each.name === column.name);
        const own = { column, notes: [], registered: registered.get(column.label) };
        if (facts === undefined || place?.sealed !== true)
            return { ...own, action: 'none', obstacles: [] };
        const mapped = relation?.columns.find((each) => each.name === column.name)?.mapped;
        const disagreement = mapped === undefined ? 'the map does not describe it' : mapped.refused;
        const obstacles = [
            ...(disagreement === undefined
                ? []
                : [{ what: `it is refused: ${disagreement}`, hint: 'Run "pgseal plan" with the map it was sealed with.' }]),
            ...unsealObstacles(facts, column.name, reads),
        ];
        return { ...own, action: obstacles.length === 0 ? 'unseal' : 'refuse', obstacles, notes: notesOf(column, before) };
    });
    const opened = columns.filter(({ action }) => action === 'unseal').map(({ column }) => column);
    const labels = new Set(opened.map(({ label }) => label));
    return {
        table,
        facts,
        columns,
        sealed: relation === undefined ? [] : jobColumns(relation, labels),
        identity: relation === undefined ? { extra: [], identityOf: noRow } : rowIdentity(relation),
        before,
        indexes: facts === undefined
            ? []
            : openedIndexes(facts, new Set(opened.map(({ name }) => name)), before).map(({ name }) => name),
    };
}
function noRow() {
    throw new PgsealError('internal', {}, { logDetail: 'a row of a table that does not exist' });
}
function wantedColumns(table, { all, table: only, columns }) {
    if (all)
        return table.columns;
    if (only === undefined)
        return table.columns.filter(({ unseal }) => unseal === true);
    if (table.mapName !== only)
        return [];
    return table.columns.filter(({ name }) => columns === undefined || columns.includes(name));
}
// The session may hold the table's lock, which another connection would wait for.
async function readCatalog(session, tables) {
    const database = { query: session.query, transaction: (work) => work(session) };
    const source = createCatalogSource({ database, tables, readRegisteredColumns, interval: 0 });
    return source.start();
}
function notesOf(column, before) {
    const notes = [];
    if (column.unseal !== true) {
        notes.push('the map has no "unseal: true" for it: from then on proxies refuse statements on it until the map drops it');
    }
    if (!before.has(column.name)) {
        notes.push('it was created sealed: it gets the collation of its type, and unique indexes stay indexes');
    }
    return notes;
}
//# sourceMappingURL=unseal-plan.js.map