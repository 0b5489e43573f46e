import { PgsealError } from '../errors.js';
import { refuse } from './refusal.js';
import { freshRows, refuseAdded } from './row-source.js';
import { plain } from './value.js';
import { viewColumns } from './views.js';
import { locationOf, names, struct, text } from './walk.js';
/** What a RangeVar means. A CTE's name shadows relations, but only without a schema and not as the target of a write. */
export function resolve(context, rangeVar, canBeCte) {
    const { analysis } = context;
    const name = text(rangeVar.relname);
    const schema = text(rangeVar.schemaname);
    if (schema === '' && canBeCte) {
        for (let scope = context.ctes; scope !== undefined; scope = scope.parent) {
            if (scope.name !== name)
                continue;
            if (scope.pending)
                refuse(analysis, 'shapeNotServed', { shape: 'a recursive or forward CTE reference' }, locationOf(rangeVar));
            return { what: 'cte', columns: scope.columns };
        }
    }
    const relation = schema === '' ? unqualified(analysis, name, rangeVar) : analysis.input.catalog.relationNamed(schema, name);
    if (relation === undefined) {
        analysis.unknownObjects = true;
        return { what: 'unknown' };
    }
    if (relation.relevant)
        analysis.relevant = true;
    return { what: 'relation', relation };
}
function unqualified(analysis, name, rangeVar) {
    const { catalog, names: resolved } = analysis.input;
    const oid = resolved.get(name);
    if (oid === undefined) {
        if (!catalog.relevantNames.has(name))
            return undefined;
        throw new PgsealError('internal', {}, { logDetail: 'a relation name was not resolved before analysis' });
    }
    if (oid === 0)
        return undefined;
    for (const entry of catalog.mappedTables) {
        if (entry.name !== name || entry.allowShadow || entry.relation?.oid === oid)
            continue;
        // Another mapped table of the same bare name is as good.
        if (catalog.mappedTables.some((other) => other.name === name && other.relation?.oid === oid))
            continue;
        refuse(analysis, 'shadowedName', { name, table: entry.mapName }, locationOf(rangeVar));
    }
    return catalog.relation(oid);
}
/** The entry of a FROM item or of a write's target that names this relation. */
export function relationEntry(analysis, relation, rangeVar) {
    const columns = relationColumns(analysis, relation);
    const alias = struct(rangeVar.alias);
    return alias === undefined
        ? { name: relation.name, schema: relation.schema, columns, relation }
        : aliased(analysis, { name: undefined, schema: undefined, columns, relation }, alias);
}
/** The entry under its alias, with columns renamed as far as the alias lists names. */
export function aliased(analysis, entry, alias) {
    const renamed = names(alias.colnames);
    refuseAdded(analysis, entry.columns ?? [], renamed.length, 'an alias that names the columns');
    return {
        name: text(alias.aliasname),
        schema: undefined,
        columns: entry.columns?.map((column, at) => renamed[at] === undefined ? column : { ...column, name: renamed[at] }),
        relation: entry.relation,
    };
}
/** The columns of a relation as statements see them. */
export function relationColumns(analysis, relation) {
    if (relation.relevant && (relation.kind === 'v' || relation.kind === 'm')) {
        return freshRows(viewColumns(analysis, relation)).map((column) => {
            const { value, attnum } = column;
            if (value.kind !== 'sealed' || attnum === undefined)
                return column;
            return { ...column, value: { ...value, source: { relation: relation.oid, attnum } } };
        });
    }
    const row = relation.record === undefined ? undefined : { rule: relation.record };
    return relation.columns.map((column) => columnValue(analysis, relation, column, row));
}
function columnValue(analysis, relation, column, row) {
    const name = `${relation.schema}.${relation.name}.${column.name}`;
    const blocked = (state, reason) => ({
        name: column.name,
        value: plain,
        blocked: { name, reason, state },
        attnum: column.attnum,
    });
    const unblocked = (value) => ({
        name: column.name,
        value,
        blocked: undefined,
        attnum: column.attnum,
    });
    const mapped = column.mapped;
    if (mapped === undefined && row?.rule.columns.some((one) => one.attnum === column.attnum)) {
        return { ...unblocked(plain), binds: { row, attnum: column.attnum } };
    }
    if (mapped === undefined) {
        return analysis.input.catalog.isPgsealType(column.typeOid)
            ? blocked('refused', 'the column is sealed, but the map does not name it')
            : unblocked(plain);
    }
    if (mapped.refused !== undefined)
        return blocked('refused', mapped.refused);
    switch (mapped.state) {
        case 'plain':
            return blocked('plain', 'the column is not sealed yet');
        case 'sealed':
        case 'resealing':
        case 'unsealing':
            if (mapped.physical === undefined)
                return blocked('refused', 'the column has no sealed type');
            return unblocked({
                kind: 'sealed',
                origins: [mapped],
                rows: [row],
                logical: mapped.logical,
                name,
                constants: false,
                sealedHere: false,
                source: { relation: relation.oid, attnum: column.attnum },
                location: undefined,
            });
    }
}
//# sourceMappingURL=relations.js.map