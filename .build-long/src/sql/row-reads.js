import { logicalTypeOfOid } from '../types/logical-type.js';
import { readRefused, resultReading } from './access.js';
import { take } from './carried.js';
import { columnUse } from './expression.js';
import { refuse, refuseUse } from './refusal.js';
import { find } from './scope.js';
import { as, locationOf, names } from './walk.js';
/** Reads columns of the row into `reads`; what is no column of a type that is served stays unread. */
export function readsInto(context, target, reads) {
    const goal = goalOf(target);
    return (node, known) => {
        const fields = as(node, 'ColumnRef');
        const path = names(fields?.fields);
        if (fields === undefined || path.at(-1) === '*')
            return undefined;
        const column = known?.column ?? columnNamed(context, path);
        if (column === undefined)
            return undefined;
        const own = target.own !== false && target.entry.columns?.includes(column) === true;
        const read = readOf(context, column, own, known === undefined ? locationOf(fields) : undefined, goal);
        if (read === undefined)
            return undefined;
        const same = reads.findIndex((one) => one.path.join('\0') === path.join('\0'));
        const at = same >= 0 ? same : reads.push({ path, own, ...read }) - 1;
        return { source: { from: 'row', at }, type: { name: read.type.name, typmod: -1 }, casts: [], array: false };
    };
}
function columnNamed({ level }, path) {
    const found = find(level, path);
    return found.what === 'column' ? found.column : undefined;
}
/** Any column that the statement may seal for. */
function goalOf({ entry }) {
    for (const { value } of entry.columns ?? [])
        if (value.kind === 'sealed')
            return value.origins[0];
    return undefined;
}
function readOf(context, column, own, location, goal) {
    const { analysis } = context;
    if (column.carried !== undefined && goal !== undefined) {
        const taken = take(context, column.carried, goal);
        return taken === undefined ? undefined : { type: taken.type, sealed: undefined, carried: taken.operands };
    }
    const value = columnUse(context, column, location);
    if (value.kind !== 'sealed') {
        const type = plainType(context, column);
        return type === undefined ? undefined : { type, sealed: undefined, carried: undefined };
    }
    const [origin] = value.origins;
    const reading = resultReading(analysis, { ...value, sealedHere: false });
    if (reading.as === 'refused')
        throw readRefused(reading.by, value.name);
    if (reading.as !== 'value') {
        refuseUse(analysis, value, 'an expression of SET', { detail: 'This user does not get the values themselves.' });
    }
    const isOne = value.origins.length === 1 && !value.constants && value.computed === undefined;
    if (origin === undefined || !isOne)
        return refuseUse(analysis, value, 'an expression of SET');
    if (!own && (origin.hasRecord || value.rows.some((row) => row !== undefined))) {
        // Nothing tells the row of another table's value.
        const template = value.rows.find((row) => row !== undefined)?.rule.template ?? '';
        return refuse(analysis, 'recordNotChecked', { column: value.name, template }, location);
    }
    return { type: value.logical, sealed: origin, carried: undefined };
}
/** The type of a column of a relation in FROM; undefined for other columns and types. */
function plainType({ level }, column) {
    const entry = level?.entries.find((one) => one.columns?.includes(column) === true);
    const stored = entry?.relation?.columns.find(({ attnum }) => attnum === column.attnum);
    const name = stored === undefined || stored.mapped !== undefined ? undefined : logicalTypeOfOid(stored.typeOid);
    return name === undefined ? undefined : { name, typmod: stored.typmod };
}
/** True where computing the value could fail for a row that the database would not compute it for. */
export function mayFail(operand) {
    const { source } = operand;
    if (source.from !== 'computed')
        return false;
    return source.name === '/' || source.name === '%' || source.arguments.some(mayFail);
}
//# sourceMappingURL=row-reads.js.map