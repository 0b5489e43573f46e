import { PgsealError } from '../../errors.js';
import { as, list, names, text, walk } from '../walk.js';
/** What a RangeVar means. `creates`: it is the table that CREATE TABLE makes, so its schema is the current one. */
export function meantBy(input, rangeVar, creates = false) {
    const { catalog } = input;
    const name = text(rangeVar.relname);
    const temporary = rangeVar.relpersistence === 't' && creates;
    const schema = temporary ? 'pg_temp' : text(rangeVar.schemaname) || (creates ? schemaToCreateIn(input, name) : '');
    const entries = catalog.mappedTables.filter((entry) => entry.name === name);
    if (schema !== '') {
        const mapped = entries.find((entry) => entry.schema === schema);
        const isTemporary = schema === 'pg_temp' || schema.startsWith('pg_temp_');
        return {
            relation: catalog.relationNamed(schema, name),
            mapped,
            shadowed: isTemporary ? entries.find((entry) => !entry.allowShadow) : undefined,
        };
    }
    const oid = input.names.get(name);
    if (oid === undefined) {
        if (!catalog.relevantNames.has(name))
            return { relation: undefined, mapped: undefined, shadowed: undefined };
        throw new PgsealError('internal', {}, { logDetail: 'a relation name was not resolved before analysis' });
    }
    if (oid === 0)
        return { relation: undefined, mapped: undefined, shadowed: undefined };
    const mapped = entries.find((entry) => entry.relation?.oid === oid);
    return {
        relation: catalog.relation(oid),
        mapped,
        shadowed: mapped === undefined ? entries.find((entry) => !entry.allowShadow) : undefined,
    };
}
function schemaToCreateIn(input, name) {
    if (input.currentSchema !== undefined || !input.catalog.relevantNames.has(name))
        return input.currentSchema ?? '';
    throw new PgsealError('internal', {}, { logDetail: 'the current schema was not asked before analysis' });
}
/** Refuses a name that means another relation than the mapped table of that name. */
export function refuseShadow(meant) {
    if (meant.shadowed === undefined)
        return;
    throw new PgsealError('shadowedName', { name: meant.shadowed.name, table: meant.shadowed.mapName });
}
/** `schema.table` of a relation with sealed columns that is named anywhere below `node`, row types included. */
export function relevantIn(input, node) {
    let found;
    walk(node, (_tag, fields) => {
        if (found !== undefined)
            return false;
        const path = typeof fields.relname === 'string' ? relationPath(fields) : typePath(fields);
        if (path !== undefined)
            found = relevantPath(input, path.schema, path.name);
        return found === undefined;
    });
    return found;
}
function relevantPath(input, schema, name) {
    const { catalog } = input;
    if (schema === '' && !catalog.relevantNames.has(name))
        return undefined;
    // A mapped table that does not exist, or not where the search path leads: it may be made before the statement runs.
    if (schema === '' && input.names.get(name) === 0) {
        return catalog.mappedTables.find((entry) => entry.name === name)?.mapName;
    }
    const meant = meantBy(input, schema === '' ? { relname: name } : { schemaname: schema, relname: name });
    if (meant.shadowed !== undefined)
        return meant.shadowed.mapName;
    return meant.relation?.relevant === true || meant.mapped !== undefined ? nameOf(meant, schema, name) : undefined;
}
function nameOf(meant, schema, name) {
    const relation = meant.relation;
    return meant.mapped?.mapName ?? (relation === undefined ? `${schema}.${name}` : `${relation.schema}.${relation.name}`);
}
function relationPath(fields) {
    return { schema: text(fields.schemaname), name: text(fields.relname) };
}
/** The relation whose row type, array of it, or column's type (%TYPE) a TypeName may be. */
function typePath(fields) {
    if (!Array.isArray(fields.names))
        return undefined;
    const path = names(fields.names);
    const relation = fields.pct_type === true ? path.slice(0, -1) : path;
    const name = relation.at(-1);
    if (name === undefined)
        return undefined;
    const bare = fields.pct_type !== true && name.startsWith('_') ? name.slice(1) : name;
    return { schema: relation.length > 1 ? relation.at(-2) : '', name: bare };
}
/**
 * `schema.table` of a relation with sealed columns whose row type is named: a cast, a column definition, or a function call
 * that is one. A row made of text would bring plaintext to the server in the type of a sealed column.
 */
export function rowTypeIn(input, node) {
    if (input.catalog.mappedTables.length === 0)
        return undefined;
    let found;
    walk(node, (tag, fields) => {
        const path = tag === 'FuncCall' ? names(fields.funcname) : undefined;
        const named = path === undefined ? typePath(fields) : { schema: path.at(-2) ?? '', name: path.at(-1) ?? '' };
        // A function's name is not resolved by the server as a relation's is.
        if (tag === 'FuncCall' && named?.schema === '' && input.catalog.relevantNames.has(named.name))
            found ??= named.name;
        else if (named !== undefined)
            found ??= relevantPath(input, named.schema, named.name);
        return found === undefined;
    });
    return found;
}
/** True when an unqualified name below `node` is that of a relation with sealed columns in any schema (A41, C46). */
export function hasRelevantName(input) {
    return input.statement.names.some((name) => input.catalog.relevantNames.has(name));
}
export function sealedColumns(input, meant) {
    const columns = new Map();
    const { relation, mapped } = meant;
    const table = relation === undefined ? (mapped?.mapName ?? '') : `${relation.schema}.${relation.name}`;
    for (const column of relation?.columns ?? []) {
        if (isSealed(input, column))
            columns.set(column.name, `${table}.${column.name}`);
    }
    for (const name of mapped?.absent.keys() ?? [])
        columns.set(name, `${table}.${name}`);
    const row = relation?.name ?? mapped?.name;
    return { columns, row: relation?.columns.some(({ name }) => name === row) === true ? undefined : row };
}
function isSealed(input, column) {
    return column.mapped !== undefined || input.catalog.isPgsealType(column.typeOid);
}
/** Rows of a trigger or rule. */
const rowNames = new Set(['new', 'old', 'excluded']);
/** Refuses an expression that reads a sealed column of the table, or its whole row. */
export function refuseSealedIn(expression, sealed, clause) {
    const [any] = sealed.columns.values();
    if (any === undefined)
        return;
    walk(expression, (tag, fields) => {
        if (tag !== 'ColumnRef')
            return undefined;
        const path = list(fields.fields);
        const last = path.at(-1);
        const name = text(as(last, 'String')?.sval);
        const isRow = as(last, 'A_Star') !== undefined || name === sealed.row || (path.length === 1 && rowNames.has(name));
        const column = sealed.columns.get(name) ?? (isRow ? any : undefined);
        if (column !== undefined)
            throw new PgsealError('sealedColumnUse', { column, clause });
        return undefined;
    });
}
//# sourceMappingURL=touched.js.map