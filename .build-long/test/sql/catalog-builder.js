import { typeNumbers } from '../../src/types/logical-type.js';
export const text = { name: 'text', typmod: -1 };
export const int4 = { name: 'int4', typmod: -1 };
/** Tables whose spec has a sealed column are mapped and relevant; views by hand through `viewDefinition`. */
export function catalogOf(tables, extra = {}) {
    const relations = tables.map(relationOf);
    const absent = (extra.absent ?? []).map(absentEntry);
    const mappedTables = [
        ...relations.filter((relation) => relation.mapName !== undefined).map((relation) => entryOf(relation, absent)),
        ...absent.filter((entry) => !relations.some((relation) => relation.name === entry.name)),
    ];
    const relevant = new Set([...relations.filter((relation) => relation.relevant), ...mappedTables].map(({ name }) => name));
    return {
        epoch: 1,
        relation: (oid) => relations.find((relation) => relation.oid === oid),
        relationNamed: (schema, name) => relations.find((relation) => relation.schema === schema && relation.name === name),
        relationsNamed: (name) => relations.filter((relation) => relation.name === name),
        reachedNames: new Set(),
        relevantNames: relevant,
        physicalType: () => undefined,
        physicalArrayElement: () => undefined,
        userCasts: [],
        isPgsealType: (oid) => oid >= 90000,
        foldsAscii: true,
        isBuiltInFunction: (name) => !(extra.userFunctions ?? []).includes(name),
        hasUserOperator: () => false,
        physicalTypeFor: (logicalType, terms) => (extra.typesMade === false ? undefined : physicalOf(logicalType, terms)),
        mappedTables,
    };
}
/** Names to OIDs as the server would resolve them with search_path public. */
export function resolvedIn(catalog, names) {
    return new Map(names.map((name) => [name, catalog.relationNamed('public', name)?.oid ?? 0]));
}
function relationOf(spec) {
    const schema = spec.schema ?? 'public';
    const sealed = spec.columns.some((column) => column.sealed === true);
    return {
        oid: spec.oid,
        schema,
        name: spec.name,
        kind: spec.kind ?? 'r',
        columns: spec.columns.map((column, index) => columnOf(`${schema}.${spec.name}`, column, index + 1)),
        uniqueKeys: spec.uniqueKeys ?? [],
        mapName: sealed ? `${schema}.${spec.name}` : undefined,
        relevant: sealed || spec.viewDefinition !== undefined,
        record: undefined,
        viewDefinition: spec.viewDefinition,
        hasRules: false,
        hasInsteadTriggers: false,
        hasChildren: false,
        hasRowSecurity: false,
    };
}
function columnOf(table, spec, attnum) {
    const mapped = spec.sealed === true ? mappedOf(table, spec, 'sealed') : undefined;
    return {
        attnum,
        name: spec.name,
        typeOid: mapped?.physical?.oid ?? typeNumbers[spec.type.name].oid,
        typmod: mapped === undefined ? spec.type.typmod : -1,
        notNull: spec.notNull ?? false,
        hasDefault: false,
        generated: false,
        identity: '',
        mapped,
    };
}
function mappedOf(table, spec, state) {
    const terms = spec.terms ?? ['eq'];
    const label = `${table}.${spec.name}`;
    return {
        state: state === 'absent' ? 'sealed' : state,
        column: { label, labelTag: 1, logicalType: spec.type.name, namedKey: 'default', pad: 0, terms },
        logical: spec.type,
        table,
        physical: state === 'absent' ? undefined : physicalOf(spec.type.name, terms),
        indexGroup: label,
        indexKeyId: terms.length > 0 ? '00'.repeat(16) : undefined,
        hasRecord: false,
        refused: undefined,
    };
}
function physicalOf(logicalType, terms) {
    const oid = 90000 + typeNumbers[logicalType].oid * 2 + (terms.length > 0 ? 1 : 0);
    return {
        oid,
        name: [logicalType, ...terms].join('_'),
        versionOid: 89001,
        envelopeOid: 89002,
        terms: terms.map((name) => ({ name: name, oid: 89003 })),
    };
}
function entryOf(relation, absent) {
    return {
        schema: relation.schema,
        name: relation.name,
        mapName: relation.mapName,
        allowShadow: false,
        relation,
        absent: absent.find((entry) => entry.name === relation.name)?.absent ?? new Map(),
    };
}
function absentEntry(spec) {
    const table = `public.${spec.name}`;
    return {
        schema: 'public',
        name: spec.name,
        mapName: table,
        allowShadow: false,
        relation: undefined,
        absent: new Map(spec.columns.map((column) => [column.name, mappedOf(table, column, 'absent')])),
    };
}
//# sourceMappingURL=catalog-builder.js.map