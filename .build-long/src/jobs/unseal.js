import { markUnsealed } from '../control/column-registry.js';
import { quoteIdent, quoteName } from '../control/quote.js';
import { PgsealError } from '../errors.js';
import { alone } from './alone.js';
import { dropSchema } from './drop-schema.js';
import { inTransaction } from './in-transaction.js';
import { dropOpened, misfits, stageOpened } from './open-rows.js';
import { openedIndexes } from './opened-indexes.js';
import { isOwnCheck } from './unseal-obstacles.js';
import { planUnseal, planUnsealTable, } from './unseal-plan.js';
/**
 * Opens every value of the columns in scope and makes them what they were before `apply`: type, length, collation, storage,
 * indexes, unique constraints. Position, comments, grants, NOT NULL and statistics targets were never touched. Each table is
 * one transaction under an exclusive lock, so a run that was interrupted is run again. Rejects with PgsealError applyRunning,
 * unsealDenied, schemaVersionDiffers, schemaInUse, what the key ring says, or the server's own error; tables that were done stay done.
 */
export async function unseal(options) {
    try {
        return await alone(options.admin, async (session) => {
            const plan = await planUnseal(session, options.tables, options.scope);
            const columns = [];
            for (const table of plan.tables)
                columns.push(...(await unsealTable(session, options, table)));
            const complete = plan.unmapped.length === 0 && columns.every(({ outcome }) => outcome !== 'refused');
            const schemaDropped = complete && plan.schema && options.scope.all && options.dropSchema === true;
            if (schemaDropped)
                await dropSchema(session);
            return { plan, columns, complete, schemaDropped };
        });
    }
    catch (error) {
        throw asUnsealError(error);
    }
}
// Values that do not open, or do not fit: nothing of the table is changed.
class NotOpened extends Error {
    obstacles;
    constructor(obstacles) {
        super('values could not be opened');
        this.obstacles = obstacles;
    }
}
async function unsealTable(session, options, planned) {
    const { table } = planned;
    if (planned.columns.every(({ action }) => action !== 'unseal'))
        return planned.columns.map((each) => outcome(each, 0));
    const name = quoteName(table.schema, table.name);
    try {
        const done = await inTransaction(session, async () => {
            await session.query(`lock table ${name} in access exclusive mode`);
            // Under the lock nothing changes any more, so this plan is the one that counts.
            const plan = await planUnsealTable(session, options.tables, table, options.scope);
            const rows = plan.sealed.length === 0 ? 0 : await openInPlace(session, options, plan);
            for (const { column, action } of plan.columns)
                if (action === 'unseal')
                    await markUnsealed(session, column.label);
            return plan.columns.map((each) => outcome(each, rows));
        });
        await session.query(`analyze ${name}`);
        return done;
    }
    catch (error) {
        if (!(error instanceof NotOpened))
            throw error;
        return planned.columns.map((each) => {
            if (each.action !== 'unseal')
                return outcome(each, 0);
            const own = error.obstacles.get(each.column.label);
            return { label: each.column.label, outcome: 'refused', rows: 0, obstacles: own === undefined ? [] : [own] };
        });
    }
}
function outcome({ column, action, obstacles }, rows) {
    const { label } = column;
    if (action === 'unseal')
        return { label, outcome: 'unsealed', rows, obstacles: [] };
    return { label, outcome: action === 'refuse' ? 'refused' : 'unchanged', rows: 0, obstacles };
}
async function openInPlace(session, options, plan) {
    const { table, sealed } = plan;
    const facts = plan.facts;
    const name = quoteName(table.schema, table.name);
    const progress = (phase, rows) => options.onProgress?.({ phase, table: table.mapName, rows, total: facts.estimatedRows });
    progress('open', 0);
    const { extra, identityOf } = plan.identity;
    const mover = { keyRing: options.keyRing, columns: sealed, identityOf };
    const opened = await stageOpened(session, mover, name, extra, (rows) => progress('open', rows));
    const types = [];
    for (const column of sealed)
        types.push(await plainType(session, plan, column.name));
    await refuseUnopened(session, plan, opened.failures, types);
    progress('rewrite', opened.rows);
    const indexes = openedIndexes(facts, new Set(sealed.map((column) => column.name)), plan.before);
    for (const { drop } of indexes)
        await session.query(drop);
    await dropOwnChecks(session, plan);
    const changes = sealed.map((column, at) => {
        const { type, collation } = types[at];
        const collate = collation === null ? '' : ` collate ${collation}`;
        return `alter column ${quoteIdent(column.name)} type ${type}${collate} using ${opened.using[at]}`;
    });
    await session.query(`alter table ${name} ${changes.join(', ')}`);
    for (const statement of storageStatements(plan))
        await session.query(statement);
    for (const { create } of indexes)
        for (const statement of create)
            await session.query(statement);
    await verify(session, name, plan, opened);
    await dropOpened(session, sealed.length);
    return opened.rows;
}
async function plainType(session, { columns, before }, name) {
    const { column } = columns.find((each) => each.column.name === name);
    const [row] = await session.query('select format_type(($1::text)::regtype, $2::int4) as type', [
        `pg_catalog.${column.type}`,
        column.typmod,
    ]);
    return { type: row.type, collation: before.get(name)?.collation ?? null };
}
async function refuseUnopened(session, { sealed }, failures, types) {
    const obstacles = new Map();
    for (const [at, { sealed: column }] of sealed.entries()) {
        const own = failures.filter(({ label }) => label === column.label);
        if (own.length > 0) {
            obstacles.set(column.label, {
                what: `${own.length === 1 ? 'a value' : `${own.length} values`} could not be opened, the first at ctid ${own[0].place}`,
                hint: 'Give the map the keys under which they were sealed, or set them to NULL.',
            });
            continue;
        }
        const misfit = await misfits(session, at, column.logicalType, types[at]);
        if (misfit > 0) {
            obstacles.set(column.label, {
                what: `${misfit === 1 ? 'a value does' : `${misfit} values do`} not fit type ${types[at].type}`,
                hint: 'Give the length or precision with which they were sealed.',
            });
        }
    }
    if (obstacles.size > 0)
        throw new NotOpened(obstacles);
}
async function dropOwnChecks(session, { facts, sealed }) {
    const names = new Set(sealed.map(({ name }) => name));
    for (const { oid, name: member } of facts.tree) {
        const attnums = facts.columns.filter((column) => column.relation === oid && names.has(column.name));
        for (const { name, kind, relation, attnums: held, definition } of facts.constraints) {
            const isOwn = relation === oid && held.length === 1 && attnums.some(({ attnum }) => attnum === held[0]);
            if (!isOwn || !isOwnCheck(kind, definition))
                continue;
            // A child's check goes with its parent's, unless it was declared there too.
            await session.query(`alter table ${member} drop constraint if exists ${quoteIdent(name)}`);
        }
    }
}
const storages = { p: 'plain', e: 'external', m: 'main', x: 'extended' };
const compressions = { p: 'pglz', l: 'lz4' };
/** A column of another type has that type's storage: what it had before is set again. */
function storageStatements({ facts, sealed, before }) {
    return sealed.flatMap(({ name }) => {
        const members = before.get(name)?.members ?? [];
        return facts.tree.flatMap(({ name: table }) => {
            const was = members.find((member) => member.name === table) ?? members[0];
            if (was === undefined)
                return [];
            const alter = `alter table only ${table} alter column ${quoteIdent(name)}`;
            const compression = compressions[was.compression];
            return [
                `${alter} set storage ${storages[was.storage]}`,
                ...(compression === undefined ? [] : [`${alter} set compression ${compression}`]),
            ];
        });
    });
}
// A value that was not found by its place would be a silent NULL.
async function verify(session, name, { sealed }, opened) {
    const counts = sealed.map((column, at) => `count(${quoteIdent(column.name)})::text as n${at}`);
    const [row] = await session.query(`select count(*)::text as n, ${counts.join(', ')} from ${name}`);
    const same = Number(row?.n) === opened.rows && opened.values.every((count, at) => Number(row[`n${at}`]) === count);
    if (!same)
        throw new PgsealError('internal', {}, { logDetail: `${name}: values were lost in the rewrite` });
}
// 42501 and its like say what the login lacks in words of the server, which name objects alone.
function asUnsealError(error) {
    if (error instanceof PgsealError || !(error instanceof Error) || !('code' in error))
        return error;
    if (error.code === '42501')
        return new PgsealError('unsealDenied', {}, { logDetail: error.message });
    return error;
}
//# sourceMappingURL=unseal.js.map