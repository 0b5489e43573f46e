import { PgsealError } from '../../errors.js';
import { searchTerm } from '../search-term.js';
import { as, list, locationOf, names, struct, text } from '../walk.js';
import { quoted, Rewrite } from './edits.js';
import { chosenIndexName } from './index-name.js';
import { passthrough, rewritten } from './outcome.js';
import { clauseOf, constraintName, contype, isPlainUnique, refuseUnique, sealDefinition, } from './sealed-definition.js';
import { meantBy, refuseSealedIn, refuseShadow, relevantIn, sealedColumns, } from './touched.js';
/** Plans a CreateStmt. Throws refusals. */
export function planCreateTable(input, effects, statement) {
    const relation = struct(statement.relation) ?? {};
    const meant = meantBy(input, relation, true);
    refuseShadow(meant);
    refuseRelevantParts(input, statement, meant);
    if (meant.mapped === undefined)
        return passthrough(effects, 'creates a table that is not mapped');
    for (const field of ['inhRelations', 'partbound', 'ofTypename']) {
        if (statement[field] !== undefined)
            refusePart(meant, 'INHERITS, PARTITION OF or OF');
    }
    const rewrite = new Rewrite(input);
    const indexes = sealElements(input, rewrite, meant);
    if (!rewrite.changed)
        return passthrough(effects, 'creates a mapped table without sealed columns');
    // IF NOT EXISTS leaves a table that exists as it is. Without it the server raises its own error for such a table, so the
    // indexes need no look at the catalog, which another connection may have outrun.
    const ifNotExists = statement.if_not_exists === true;
    const after = ifNotExists && meant.relation !== undefined ? [] : indexStatements(input, meant, indexes, ifNotExists);
    return rewritten(effects, rewrite.finish(), after);
}
/** What would take columns or types from a relation with sealed columns, or point at one. */
function refuseRelevantParts(input, statement, created) {
    for (const part of [statement.inhRelations, statement.ofTypename, statement.partbound])
        refuseIn(input, part);
    for (const element of list(statement.tableElts)) {
        const like = as(element, 'TableLikeClause');
        if (like !== undefined) {
            refuseIn(input, element);
            if (created.mapped !== undefined)
                refusePart(created, 'LIKE');
        }
        const definition = as(element, 'ColumnDef');
        refuseIn(input, definition?.typeName);
        for (const constraint of [element, ...list(definition?.constraints)])
            refuseReference(input, constraint);
    }
}
function refuseIn(input, part) {
    const table = relevantIn(input, part);
    if (table === undefined)
        return;
    throw new PgsealError('statementNotServed', { statement: 'CREATE TABLE over its columns', table });
}
function refusePart(meant, part) {
    throw new PgsealError('statementNotServed', {
        statement: `CREATE TABLE with ${part}`,
        table: meant.mapped?.mapName ?? '',
    });
}
/** A foreign key to a sealed column. */
export function refuseReference(input, node) {
    const constraint = as(node, 'Constraint');
    const referenced = struct(constraint?.pktable);
    if (constraint === undefined || referenced === undefined)
        return;
    const sealed = sealedColumns(input, meantBy(input, referenced));
    for (const name of names(constraint.pk_attrs)) {
        const column = sealed.columns.get(name);
        if (column !== undefined)
            throw new PgsealError('sealedColumnUse', { column, clause: 'REFERENCES' });
    }
}
function sealElements(input, rewrite, meant) {
    const create = as(rewrite.tree, 'CreateStmt');
    const elements = list(create.tableElts);
    const columns = mappedColumns(meant);
    const sealed = sealedColumns(input, meant);
    const indexes = [];
    const kept = [];
    elements.forEach((element, at) => {
        const definition = as(element, 'ColumnDef');
        const column = columns.get(text(definition?.colname));
        if (definition !== undefined && column !== undefined) {
            const index = sealDefinition(input, rewrite, definition, column, sealed.columns.get(text(definition.colname)));
            if (index !== undefined)
                indexes.push(index);
        }
        else if (definition !== undefined) {
            for (const constraint of list(definition.constraints))
                refuseInConstraint(constraint, sealed);
        }
        const unique = tableUnique(element, sealed, columns);
        if (unique === undefined) {
            kept.push(element);
            refuseInConstraint(element, sealed);
        }
        else {
            indexes.push(unique);
            cutElement(rewrite, as(element, 'Constraint') ?? {}, at === 0);
        }
    });
    create.tableElts = kept;
    refusePartitionKey(create, sealed);
    return indexes;
}
/** The mapped columns of the table, existing or not: each must be defined as the map says. */
function mappedColumns(meant) {
    const columns = new Map(meant.mapped?.absent);
    for (const column of meant.relation?.columns ?? [])
        if (column.mapped !== undefined)
            columns.set(column.name, column.mapped);
    return columns;
}
/** Refuses CHECK, EXCLUDE, GENERATED and keys that need the value of a sealed column. */
export function refuseInConstraint(node, sealed) {
    const constraint = as(node, 'Constraint');
    if (constraint === undefined)
        return;
    const clause = clauseOf(contype(node));
    const lists = [constraint.keys, constraint.including, constraint.fk_attrs, constraint.pk_with_period];
    for (const name of lists.flatMap((keys) => names(keys))) {
        const column = sealed.columns.get(name);
        if (column !== undefined)
            throw new PgsealError('sealedColumnUse', { column, clause });
    }
    for (const exclusion of list(constraint.exclusions)) {
        const column = sealed.columns.get(text(as(list(as(exclusion, 'List')?.items)[0], 'IndexElem')?.name));
        if (column !== undefined)
            throw new PgsealError('sealedColumnUse', { column, clause });
        refuseSealedIn(exclusion, sealed, clause);
    }
    refuseSealedIn(constraint.raw_expr, sealed, clause);
    refuseSealedIn(constraint.where_clause, sealed, clause);
}
/** A UNIQUE of the table over at least one sealed column. */
function tableUnique(element, sealed, columns) {
    const constraint = as(element, 'Constraint');
    if (constraint?.contype !== 'CONSTR_UNIQUE')
        return undefined;
    const keys = names(constraint.keys);
    const first = keys.find((key) => sealed.columns.has(key));
    if (first === undefined)
        return undefined;
    if (!isPlainUnique(constraint)) {
        throw new PgsealError('sealedColumnUse', { column: sealed.columns.get(first), clause: 'UNIQUE with options' });
    }
    for (const key of keys) {
        const column = columns.get(key)?.column;
        if (sealed.columns.has(key) && (column === undefined || searchTerm(column) === undefined))
            refuseUnique(sealed.columns.get(key));
    }
    return { name: constraintName(constraint), columns: keys, nullsNotDistinct: constraint.nulls_not_distinct === true };
}
/** Cuts a table constraint out of the text, with the comma before it, or after it where it comes first. */
function cutElement(rewrite, constraint, isFirst) {
    const { ranges } = rewrite;
    const first = ranges.at(locationOf(constraint));
    let last = first;
    for (let depth = 0;; last += 1) {
        const next = ranges.word(last + 1);
        if (depth === 0 && (next === ',' || next === ')'))
            break;
        if (next === '(')
            depth += 1;
        if (next === ')')
            depth -= 1;
    }
    if (isFirst)
        rewrite.replace(first, last + 1, () => '');
    else
        rewrite.replace(first - 1, last, () => '');
}
function refusePartitionKey(create, sealed) {
    for (const part of list(struct(create.partspec)?.partParams)) {
        const element = as(part, 'PartitionElem');
        const column = sealed.columns.get(text(element?.name));
        if (column !== undefined)
            throw new PgsealError('sealedColumnUse', { column, clause: 'PARTITION BY' });
        refuseSealedIn(element?.expr, sealed, 'PARTITION BY');
    }
}
/** `create unique index` for what were unique constraints, under the names PostgreSQL would have given them. */
export function indexStatements(input, meant, indexes, ifNotExists) {
    const { schema, name: table } = meant.mapped;
    const mapped = mappedColumns(meant);
    const sealed = sealedColumns(input, meant);
    const taken = new Set();
    return indexes.map((index) => {
        const name = index.name ?? chosenIndexName(input.catalog, schema, table, index.columns, 'key', taken);
        taken.add(name);
        const keys = index.columns.map((column) => sealed.columns.has(column) ? `((${quoted(column)}).${searchTerm(mapped.get(column).column)})` : quoted(column));
        const nulls = index.nullsNotDistinct ? ' nulls not distinct' : '';
        return Buffer.from(`create unique index ${ifNotExists ? 'if not exists ' : ''}${quoted(name)} on ${quoted(schema)}.${quoted(table)} ` +
            `(${keys.join(', ')})${nulls}`);
    });
}
//# sourceMappingURL=create-table.js.map