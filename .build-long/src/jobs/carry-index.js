import { quoteIdent, quoteLiteral, quoteName } from '../control/quote.js';
/**
 * The indexes and unique constraints that hold one of these columns, as statements: dropped before the columns are sealed, made
 * again after, under their names, on the terms that `sealed` gives for each column. Indexes that belong to one of the table above come with that one.
 */
export function carriedIndexes(facts, sealed) {
    return facts.indexes.flatMap((index) => {
        const terms = new Map(facts.columns
            .filter(({ relation, name }) => relation === index.relation && sealed.has(name))
            .map(({ attnum, name }) => [attnum, { name, term: sealed.get(name) }]));
        if (index.attached || index.primary || !index.keys.some(({ attnum }) => terms.has(attnum)))
            return [];
        const table = facts.tree.find(({ oid }) => oid === index.relation).name;
        return [carried(index, table, terms)];
    });
}
function carried(index, table, terms) {
    const name = quoteName(index.schema, index.name);
    const keys = index.keys.map((key) => {
        const sealed = terms.get(key.attnum);
        return sealed === undefined ? plainKey(key) : `((${quoteIdent(sealed.name)}).${sealed.term})${keyOrder(key)}`;
    });
    const create = createIndex(index, table, keys);
    const comment = index.constraintComment ?? index.comment;
    return {
        name: index.name,
        drop: index.constraint === null
            ? `drop index ${name}`
            : `alter table ${table} drop constraint ${quoteIdent(index.constraint)}`,
        create: comment === null ? [create] : [create, `comment on index ${name} is ${quoteLiteral(comment)}`],
    };
}
/** The statement that makes an index of this name over other keys, and like it in all else. */
export function createIndex(index, table, keys) {
    return [
        `create ${index.unique ? 'unique ' : ''}index ${quoteIdent(index.name)} on ${table} using btree (${keys.join(', ')})`,
        included(index),
        index.nullsNotDistinct ? ' nulls not distinct' : '',
        index.options.length === 0 ? '' : ` with${indexParameters(index.options)}`,
        index.tablespace === null ? '' : ` tablespace ${quoteIdent(index.tablespace)}`,
        index.predicate === null ? '' : ` where ${index.predicate}`,
    ].join('');
}
/** ` include ("id")`, or nothing. */
export function included(index) {
    if (index.included.length === 0)
        return '';
    return ` include (${index.included.map((each) => quoteIdent(each.name)).join(', ')})`;
}
/** A key that is not sealed, as the index has it. */
export function plainKey(key) {
    const expression = key.attnum === 0 ? `(${key.text})` : key.text;
    const collation = key.collation === null ? '' : ` collate ${key.collation}`;
    return `${expression}${collation} ${key.operatorClass}${indexParameters(key.classOptions ?? [])}${keyOrder(key)}`;
}
/** ` desc nulls first` */
export function keyOrder(key) {
    return `${key.descending ? ' desc' : ' asc'} nulls ${key.nullsFirst ? 'first' : 'last'}`;
}
/** Indexes on the order terms of columns that no index begins with, a statement each. */
export function orderIndexes(facts, columns) {
    // An index of a partitioned table reaches its partitions; other children have indexes of their own.
    const members = facts.kind === 'p' ? facts.tree.slice(0, 1) : facts.tree;
    return members.flatMap(({ oid, name: table }) => columns.flatMap((name) => {
        const attnum = facts.columns.find((column) => column.relation === oid && column.name === name)?.attnum;
        const isLed = facts.indexes.some(({ relation, keys, predicate }) => relation === oid && predicate === null && keys[0]?.attnum === attnum);
        return isLed ? [] : [`create index on ${table} (((${quoteIdent(name)}).ord))`];
    }));
}
/** ` (fillfactor='80')` from `fillfactor=80`. */
export function indexParameters(options) {
    if (options.length === 0)
        return '';
    const each = options.map((option) => {
        const at = option.indexOf('=');
        return `${quoteIdent(option.slice(0, at))}=${quoteLiteral(option.slice(at + 1))}`;
    });
    return ` (${each.join(', ')})`;
}
//# sourceMappingURL=carry-index.js.map