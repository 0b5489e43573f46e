import { joinColumn, openState, termsOf } from './mapped-column.js';
import { readTypes } from './pgseal-types.js';
import { recordRule } from './record-rule.js';
export function readSystemCatalog(texts) {
    const [relations, columns, functions, foldsAscii] = texts.map((text) => JSON.parse(text));
    const byRelation = groupColumns(columns);
    return {
        relations: relations.map(([oid, schema, name, kind, hasRules, hasInsteadTriggers, hasChildren, hasRowSecurity]) => ({
            oid,
            schema,
            name,
            kind,
            columns: (byRelation.get(oid) ?? []).map((row) => columnOf(row, undefined)),
            uniqueKeys: [],
            mapName: undefined,
            record: undefined,
            relevant: false,
            viewDefinition: undefined,
            hasRules,
            hasInsteadTriggers,
            hasChildren,
            hasRowSecurity,
        })),
        functions: new Set(functions),
        foldsAscii: foldsAscii === true,
    };
}
/** One reading of the database, joined with the map. Pure: nothing is asked. */
export function buildCatalog(input) {
    const parsed = input.texts.map((text) => JSON.parse(text));
    const relationRows = parsed[0];
    const columnRows = groupColumns(parsed[1]);
    const indexRows = groupBy(parsed[2], (row) => row[0]);
    const parents = groupBy(parsed[3], (row) => row[0]);
    const reachable = parsed[4];
    const domains = parsed[6];
    const types = readTypes(parsed[5], domains);
    const userFunctions = new Set(parsed[7]);
    const userOperators = new Set(parsed[8]);
    const registered = new Map(input.registered.map((row) => [row.label, row]));
    const named = new Map(input.tables.map((table) => [key(table.schema, table.name), table]));
    const relationByName = new Map(relationRows.map((row) => [key(row[1], row[2]), row]));
    const liveColumns = new Set();
    for (const [oid, rows] of columnRows)
        for (const row of rows)
            liveColumns.add(`${oid}.${row[1]}`);
    function joined(table, column, found, recordProblem) {
        const terms = termsOf(column);
        const own = registered.get(column.label);
        return {
            table,
            column,
            found,
            registered: own,
            wanted: types.named(column.type, terms),
            wantedName: types.nameOf(column.type, terms),
            registeredLives: own?.relation != null && own.position !== null && liveColumns.has(`${own.relation}.${own.position}`),
            recordProblem,
        };
    }
    // Columns of mapped tables first; then what inherits from them, down the tree.
    const mapped = new Map();
    const tableOf = new Map();
    const entries = [];
    for (const table of input.tables) {
        const oid = relationByName.get(key(table.schema, table.name))?.[0];
        const live = new Map((oid === undefined ? [] : (columnRows.get(oid) ?? [])).map((row) => [row[2], row]));
        const own = new Map();
        const absent = new Map();
        const open = [];
        const rule = oid === undefined ? undefined : recordRule(table, live, domains);
        const problem = typeof rule === 'string' ? rule : undefined;
        for (const column of table.columns) {
            const row = live.get(column.name);
            const found = joined(table, column, row === undefined ? { found: 'absent' } : foundColumn(row, types), row === undefined ? undefined : problem);
            const state = openState(found);
            if (state !== undefined) {
                open.push({ label: column.label, name: column.name, state });
                continue;
            }
            const made = joinColumn(found);
            tableOf.set(made, table);
            if (row === undefined)
                absent.set(column.name, made);
            else
                own.set(column.name, made);
        }
        if (oid !== undefined)
            mapped.set(oid, own);
        entries.push({ table, oid, absent, open });
    }
    const mappedOf = inheritance(mapped, parents, columnRows);
    const relevant = relevantRelations(reachable, (oid) => {
        const entry = entries.find((one) => one.oid === oid);
        if (entry !== undefined && (entry.open.length === 0 || mapped.get(oid).size > 0))
            return true;
        return (columnRows.get(oid) ?? []).some((row) => types.isPgseal(row[3]));
    });
    const relations = relationRows.map(([oid, schema, name, kind, hasRules, hasInsteadTriggers, hasChildren, hasRowSecurity]) => {
        const { record, mapped: own } = withRecord(mappedOf(oid), tableOf, columnRows.get(oid) ?? [], domains);
        const columns = (columnRows.get(oid) ?? []).map((row) => columnOf(row, own.get(row[2])));
        return {
            oid,
            schema,
            name,
            kind,
            columns,
            uniqueKeys: keysOf(indexRows.get(oid), true, columns),
            looseKeys: keysOf(indexRows.get(oid), false, columns),
            mapName: named.get(key(schema, name))?.mapName,
            record,
            relevant: relevant.has(oid),
            viewDefinition: relevant.get(oid) ?? undefined,
            hasRules,
            hasInsteadTriggers,
            hasChildren,
            hasRowSecurity,
        };
    });
    const all = [...input.system.relations, ...relations];
    const byOid = new Map(all.map((relation) => [relation.oid, relation]));
    const byName = new Map(all.map((relation) => [key(relation.schema, relation.name), relation]));
    const byBareName = groupBy(all, (relation) => relation.name);
    const mappedTables = entries.map(({ table, oid, absent, open }) => ({
        schema: table.schema,
        name: table.name,
        mapName: table.mapName,
        allowShadow: table.allowShadow,
        relation: oid === undefined ? undefined : byOid.get(oid),
        absent,
        open,
    }));
    const relevantNames = new Set([...relations.filter((relation) => relation.relevant), ...input.tables].map(({ name }) => name));
    return {
        epoch: input.epoch,
        relation: (oid) => byOid.get(oid),
        relationNamed: (schema, name) => byName.get(key(schema, name)),
        relationsNamed: (name) => byBareName.get(name) ?? [],
        relevantNames,
        reachedNames: new Set(reachable.map(([oid]) => byOid.get(oid)?.name ?? '')),
        physicalType: types.composite,
        physicalArrayElement: types.arrayElement,
        isPgsealType: types.isPgseal,
        foldsAscii: input.system.foldsAscii,
        isBuiltInFunction: (name) => input.system.functions.has(name) && !userFunctions.has(name),
        hasUserOperator: (name) => userOperators.has(name),
        userCasts: parsed[9].map(([source, target, context]) => ({
            source,
            target,
            context,
        })),
        physicalTypeFor: (logicalType, terms) => types.named(logicalType, terms),
        mappedTables,
    };
}
/**
 * What can be reached from relations that hold, or are to hold, sealed columns, with the definitions of views. The server
 * gives what can be reached from any mapped table; a table whose columns are all open is reached only through others.
 */
function relevantRelations(rows, isSource) {
    const relevant = new Map(rows.filter(([oid]) => isSource(oid)).map(([oid, definition]) => [oid, definition]));
    for (let before = -1; before !== relevant.size;) {
        before = relevant.size;
        for (const [oid, definition, from] of rows) {
            if (!relevant.has(oid) && from.some((other) => relevant.has(other)))
                relevant.set(oid, definition);
        }
    }
    return relevant;
}
/**
 * The record rule of a relation that holds these mapped columns, its own or inherited; where none can be followed, the
 * columns say why they are refused.
 */
function withRecord(mapped, tableOf, rows, domains) {
    const tables = new Set([...mapped.values()].map((column) => tableOf.get(column)));
    const templates = new Set([...tables].map((table) => table?.record));
    const tenants = new Set([...tables].map((table) => table?.tenant));
    const [table] = tables;
    const rule = templates.size > 1 || tenants.size > 1
        ? 'it inherits from tables whose "record" or "tenant" differs'
        : recordRule(table, new Map(rows.map((row) => [row[2], row])), domains);
    if (typeof rule !== 'string')
        return { record: rule, mapped };
    const refused = [...mapped].map(([name, column]) => [name, { ...column, refused: column.refused ?? rule }]);
    return { record: undefined, mapped: new Map(refused) };
}
/** Ids of the index keys that the columns of a catalog use. */
export function indexKeysOf(catalog) {
    const columns = catalog.mappedTables.flatMap(({ relation, absent }) => [
        ...(relation?.columns ?? []).map((column) => column.mapped),
        ...absent.values(),
    ]);
    return [...new Set(columns.map((column) => column?.indexKeyId).filter((id) => id !== undefined))];
}
function columnOf(row, mapped) {
    const [, attnum, name, typeOid, typmod, notNull, defaultId, generated, identity] = row;
    return { attnum, name, typeOid, typmod, notNull, hasDefault: defaultId !== 0, generated, identity, mapped };
}
function foundColumn(row, types) {
    const physical = types.composite(row[3]);
    const foreign = physical === undefined && types.isPgseal(row[3]);
    return { found: 'column', relation: row[0], attnum: row[1], physical, foreign };
}
/** A partition's or child's inherited columns are those of the mapped table above it: same label, same state. */
function inheritance(mapped, parents, columnRows) {
    const known = new Map();
    function of(oid) {
        const before = known.get(oid);
        if (before !== undefined)
            return before;
        const result = new Map(mapped.get(oid));
        known.set(oid, result);
        for (const [, parent] of parents.get(oid) ?? []) {
            for (const [name, column] of of(parent)) {
                const inherited = columnRows.get(oid)?.some((row) => row[2] === name && row[9]);
                if (inherited !== true)
                    continue;
                const own = result.get(name);
                if (own === undefined)
                    result.set(name, column);
                else
                    result.set(name, {
                        ...own,
                        refused: own.refused ?? 'the map names it under its own table and under one that it inherits from',
                    });
            }
        }
        return result;
    }
    return of;
}
/** The unique keys that tell values apart as `=` does, or those that do not. */
function keysOf(rows, tellingApart, columns) {
    return (rows ?? [])
        .filter((row) => row[5] === tellingApart)
        .map((row) => uniqueKey(row, columns))
        .filter((unique) => unique !== undefined);
}
/** undefined for an index over other expressions than the eq term of a column. */
function uniqueKey([, name, keyText, keyColumns, expressions], columns) {
    const attnums = [];
    const positions = keyText.split(' ').map(Number).slice(0, keyColumns);
    for (const [at, attnum] of positions.entries()) {
        const known = attnum === 0 ? termColumn(expressions[at], columns) : attnum;
        if (known === undefined)
            return undefined;
        attnums.push(known);
    }
    return { name, attnums };
}
/** The attribute number of `col` in `((col).eq)` or `((col).ord)`, as pg_get_indexdef writes it. */
function termColumn(expression, columns) {
    const match = /^\(?\(("(?:[^"]|"")+"|[^()"]+)\)\.(?:eq|ord)\)?$/.exec(expression ?? '');
    if (match === null)
        return undefined;
    const written = match[1];
    const name = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
    return columns.find((column) => column.name === name && column.mapped?.physical !== undefined)?.attnum;
}
function groupColumns(rows) {
    return groupBy(rows, (row) => row[0]);
}
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(keyOf(item));
        if (group === undefined)
            groups.set(keyOf(item), [item]);
        else
            group.push(item);
    }
    return groups;
}
function key(schema, name) {
    return `${schema}\0${name}`;
}
//# sourceMappingURL=build-catalog.js.map