import { quoteIdent } from '../control/quote.js';
import { PgsealError } from '../errors.js';
import { makeRecord } from '../seal/make-record.js';
import { codecs } from '../types/codecs.js';
import { recordText } from '../types/record-text.js';
import { readMembers } from './row-key.js';
import { rowStatements } from './row-statements.js';
import { sendFunctions } from './seal-rows.js';
/**
 * What a job does with one mapped table: its sealed columns, of which `names` picks some. Undefined when none exists yet.
 * Throws rotationNotReady when a column is not sealed as the map says, or rows have no key to be paged by.
 */
export async function readTarget(session, catalog, table, names) {
    const entry = catalog.mappedTables.find(({ mapName }) => mapName === table.mapName);
    const relation = entry?.relation;
    if (relation === undefined)
        return undefined;
    const notReady = (reason, hint) => new PgsealError('rotationNotReady', { table: table.mapName, reason }, hint === undefined ? {} : { hint });
    const mapped = table.columns.filter(({ name }) => names === undefined || names.includes(name));
    // What was unsealed already is a plain column of the catalog.
    const present = mapped.filter(({ name, unseal }) => relation.columns.some((column) => column.name === name && (unseal !== true || column.mapped !== undefined)));
    for (const { name } of present) {
        const found = relation.columns.find((column) => column.name === name)?.mapped;
        if (found === undefined || found.state !== 'sealed')
            throw notReady(`column "${name}" is not sealed`);
        if (found.refused !== undefined)
            throw notReady(`column "${name}" is refused: ${found.refused}`);
    }
    if (present.length === 0)
        return undefined;
    const { members, foreign } = await readMembers(session, relation.oid);
    if (foreign.length > 0)
        throw notReady(`rows of ${foreign[0]} are kept elsewhere`, 'Foreign tables are not served.');
    const labels = new Set(present.map(({ label }) => label));
    const targets = members.map((member) => targetOf(catalog, member, labels, notReady));
    const [estimate] = await session.query(`select case when bool_or(reltuples < 0) then -1 else coalesce(sum(reltuples), 0) end::float8 as rows
     from pg_class where oid = any ($1::int8[]::oid[])`, [members.map(({ oid }) => oid)]);
    return {
        table,
        relation: relation.oid,
        columnNames: present.map(({ name }) => name),
        labels: [...labels].sort(),
        namedKeys: new Set(present.map(({ namedKey }) => namedKey)),
        members: targets,
        estimatedRows: estimate?.rows ?? -1,
    };
}
function targetOf(catalog, member, labels, notReady) {
    const { key, name } = member;
    if (key === undefined) {
        throw notReady(`${name} has no primary key, and no other unique key without NULL over plain columns`, 'Rows are found again by their key. Add one.');
    }
    const relation = catalog.relation(member.oid);
    const columns = relation === undefined ? [] : jobColumns(relation, labels);
    if (relation === undefined || columns.length === 0)
        throw notReady(`the columns of ${name} are not known`);
    const { extra, identityOf } = rowIdentity(relation);
    const described = columns.map(({ name: column, sealed, physicalType }) => ({
        name: column,
        physicalType,
        terms: sealed.terms,
    }));
    return { oid: member.oid, key, columns, identityOf, statements: rowStatements({ ...member, key }, described, extra) };
}
export function jobColumns(relation, labels) {
    const sealed = (column) => {
        const { mapped } = column;
        if (mapped?.physical === undefined || !labels.has(mapped.column.label))
            return [];
        const physicalType = `pgseal.${quoteIdent(mapped.physical.name)}`;
        return [{ name: column.name, sealed: mapped.column, table: mapped.table, physicalType }];
    };
    return relation.columns.flatMap(sealed);
}
/** Values in binary of the plain columns that a row's keys are bound to, and what is made of them. */
export function rowIdentity(relation) {
    const rule = relation.record;
    const extra = rule === undefined ? [] : rule.columns.map(({ name, type }) => `${sendFunctions[type.name]}(t.${quoteIdent(name)})`);
    return {
        extra,
        identityOf: (row) => {
            if (rule === undefined)
                return { record: '', tenant: '' };
            const texts = rule.columns.map(({ type }, at) => recordText(type.name, codecs[type.name].fromBinary(row[`x${at}`], type.typmod)));
            const record = makeRecord(rule.literals, texts.slice(0, rule.literals.length - 1));
            return { record: record.toString('utf8'), tenant: texts[rule.tenantAt]?.toString('utf8') ?? '' };
        },
    };
}
//# sourceMappingURL=rotation-target.js.map