import { PgsealError } from '../../errors.js';
import { typeText } from '../describe-plan.js';
import { parseText } from '../parser.js';
import { searchTerm } from '../search-term.js';
import { lost } from '../token-ranges.js';
import { typeOfTypeName } from '../type-name.js';
import { as, list, locationOf, names, struct, text } from '../walk.js';
import { quoted } from './edits.js';
/** Rewrites one ColumnDef of the rewrite's tree. Returns the index that a UNIQUE of its own becomes. Throws refusals. */
export function sealDefinition(input, rewrite, definition, column, name) {
    if (column.refused !== undefined)
        throw new PgsealError('columnRefused', { column: name, reason: column.refused });
    const physical = column.physical ?? input.catalog.physicalTypeFor(column.column.logicalType, column.column.terms);
    if (physical === undefined)
        throw new PgsealError('columnNotPrepared', { column: name });
    const typeName = struct(definition.typeName) ?? {};
    checkType(typeName, column.logical, name);
    if (column.column.terms.includes('ord') && isText(column.logical))
        cutByteOrder(rewrite, definition, name);
    for (const field of ['collClause', 'storage_name', 'compression', 'fdwoptions', 'identity', 'generated']) {
        if (definition[field] !== undefined)
            refuse(name, `${clauseOf(field)} of its definition`);
    }
    const bare = text(definition.colname);
    const first = rewrite.ranges.at(locationOf(typeName));
    const guard = `check (${quoted(bare)} is null or ${quoted(bare)} is not null)`;
    const sealedText = `pgseal.${quoted(physical.name)} ${guard}`;
    rewrite.replace(first, rewrite.ranges.typeEnd(first), () => sealedText);
    const sealed = parsedDefinition(`${quoted(bare)} ${sealedText}`);
    const unique = uniqueOf(rewrite, definition, name);
    if (unique !== undefined && searchTerm(column.column) === undefined)
        refuseUnique(name);
    definition.typeName = sealed.typeName;
    definition.constraints = [
        ...list(sealed.constraints),
        ...list(definition.constraints).filter((constraint) => contype(constraint) !== 'CONSTR_UNIQUE'),
    ];
    return unique === undefined ? undefined : { ...unique, columns: [bare] };
}
export function refuseUnique(name) {
    throw new PgsealError('sealedColumnUse', { column: name, clause: 'UNIQUE' }, { hint: 'Give the column `search: [equality]` in the map, and run `pgseal apply`.' });
}
function isText({ name }) {
    return name === 'varchar' || name === 'bpchar';
}
/** Order terms of text are in byte order, so the definition must say so; a sealed column itself has no collation. */
function cutByteOrder(rewrite, definition, name) {
    const clause = struct(definition.collClause);
    const collation = names(clause?.collname);
    const isByteOrder = (collation.length === 1 || (collation.length === 2 && collation[0] === 'pg_catalog')) &&
        ['C', 'POSIX'].includes(collation.at(-1));
    if (clause === undefined || !isByteOrder)
        throw new PgsealError('orderCollation', { column: name });
    const first = rewrite.ranges.at(locationOf(clause));
    let last = rewrite.ranges.identifierEnd(first + 1);
    if (collation.length === 2)
        last = rewrite.ranges.identifierEnd(last + 2);
    rewrite.replace(first, last, () => '');
    delete definition.collClause;
}
function refuse(column, clause) {
    throw new PgsealError('sealedColumnUse', { column, clause });
}
function checkType(typeName, logical, name) {
    const given = typeOfTypeName(typeName);
    if (given !== undefined && given.name === logical.name && given.typmod === logical.typmod)
        return;
    throw new PgsealError('columnTypeDiffers', {
        column: name,
        given: given === undefined ? names(typeName.names).at(-1) : typeText(given),
        mapped: typeText(logical),
    });
}
const clauses = {
    collClause: 'COLLATE',
    storage_name: 'STORAGE',
    compression: 'COMPRESSION',
    fdwoptions: 'OPTIONS',
    CONSTR_DEFAULT: 'DEFAULT',
    CONSTR_CHECK: 'CHECK',
    CONSTR_PRIMARY: 'PRIMARY KEY',
    CONSTR_FOREIGN: 'REFERENCES',
    CONSTR_GENERATED: 'GENERATED',
    CONSTR_IDENTITY: 'GENERATED AS IDENTITY',
    CONSTR_EXCLUSION: 'EXCLUDE',
    CONSTR_UNIQUE: 'UNIQUE',
    CONSTR_ATTR_DEFERRABLE: 'DEFERRABLE',
    CONSTR_ATTR_DEFERRED: 'INITIALLY DEFERRED',
};
/** A field or constraint kind as SQL calls it. */
export function clauseOf(kind) {
    return clauses[kind] ?? 'a clause';
}
export function contype(node) {
    return text(as(node, 'Constraint')?.contype);
}
/** Checks the column's constraints, cuts UNIQUE out of the text and returns it. */
function uniqueOf(rewrite, definition, name) {
    let unique;
    for (const node of list(definition.constraints)) {
        const constraint = as(node, 'Constraint') ?? {};
        switch (constraint.contype) {
            case 'CONSTR_NULL':
            case 'CONSTR_NOTNULL':
                break;
            case 'CONSTR_DEFAULT':
                if (as(constraint.raw_expr, 'A_Const')?.isnull !== true)
                    refuse(name, 'DEFAULT');
                break;
            case 'CONSTR_UNIQUE':
                if (unique !== undefined || !isPlainUnique(constraint))
                    refuse(name, 'UNIQUE with options');
                unique = { name: constraintName(constraint), nullsNotDistinct: constraint.nulls_not_distinct === true };
                cutUnique(rewrite, constraint);
                break;
            default:
                refuse(name, clauseOf(contype(node)));
        }
    }
    return unique;
}
const plainUniqueFields = new Set(['contype', 'conname', 'keys', 'nulls_not_distinct', 'location']);
/** True for UNIQUE without storage parameters, deferral, INCLUDE and the like. */
export function isPlainUnique(constraint) {
    return Object.keys(constraint).every((field) => plainUniqueFields.has(field));
}
export function constraintName(constraint) {
    return typeof constraint.conname === 'string' ? constraint.conname : undefined;
}
function cutUnique(rewrite, constraint) {
    const { ranges } = rewrite;
    const first = ranges.at(locationOf(constraint));
    let last = first;
    if (ranges.word(last) === 'constraint')
        last = ranges.identifierEnd(last + 1) + 1;
    if (ranges.word(last) !== 'unique')
        throw lost('UNIQUE is not where it should be');
    if (ranges.word(last + 1) === 'nulls')
        last += ranges.word(last + 2) === 'not' ? 3 : 2;
    rewrite.replace(first, last, () => '');
}
function parsedDefinition(definition) {
    const create = as(parseText(Buffer.from(`create table x (${definition})`))[0]?.stmt, 'CreateStmt');
    return as(list(create?.tableElts)[0], 'ColumnDef');
}
//# sourceMappingURL=sealed-definition.js.map