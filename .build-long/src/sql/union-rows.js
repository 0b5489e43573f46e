// UNION ALL over tables with `record`: what tells the row of a value is added to the list of every arm, at the same places. An
// arm that has no such row gives NULL there, so a value that stands in another arm than its own has no record and is refused.
import { appendColumn, pathIn } from './row-source.js';
import { plain } from './value.js';
/** The result of a UNION ALL with what tells the rows of its values at its end, as far as every arm can name it. */
export function exposeArms(analysis, output) {
    const { arms } = output;
    if (!analysis.exposesRows || arms === undefined || output.open)
        return output;
    const lists = arms.map(({ list }) => list);
    if (!lists.every((list) => list !== undefined))
        return output;
    const told = [];
    const added = [];
    const columns = output.columns.map((column, at) => {
        const { value } = column;
        if (value.kind !== 'sealed')
            return column;
        const rows = value.rows.map((row, which) => {
            if (row === undefined)
                return undefined;
            const sources = arms.map((arm) => sourceIn(arm.columns[at]?.value, value.origins[which]));
            const known = told.find((one) => one.arms.every((source, arm) => source === sources[arm]));
            if (known !== undefined)
                return known.row;
            const fresh = { rule: row.rule };
            const more = tellingColumns(analysis, lists, sources, fresh);
            if (more === undefined)
                return row;
            told.push({ arms: sources, row: fresh });
            added.push(...more);
            return fresh;
        });
        return { ...column, value: { ...value, rows } };
    });
    for (const { name } of added) {
        for (const set of output.sets ?? [])
            set.columns.push({ name, term: undefined, key: false });
    }
    return { columns: [...columns, ...added], open: false };
}
/** The row that values of this origin are of in one arm; undefined where the arm has none. */
function sourceIn(value, origin) {
    return value?.kind === 'sealed' ? value.rows[value.origins.indexOf(origin)] : undefined;
}
/** Adds the columns of the record to every arm; undefined, and nothing added, where an arm cannot name one of its row's. */
function tellingColumns(analysis, lists, sources, row) {
    const paths = row.rule.columns.map((column) => lists.map((list, arm) => (sources[arm] === undefined ? null : pathIn(list.level, sources[arm], column, true))));
    if (paths.some((all) => all.includes(undefined)))
        return undefined;
    return row.rule.columns.map(({ attnum, type }, at) => {
        const name = analysis.addedName();
        lists.forEach((list, arm) => {
            const path = paths[at][arm];
            if (path === null || path === undefined) {
                const item = `NULL::pg_catalog.${type.name} AS ${name}`;
                analysis.append(list.targets, { nullOf: type.name, name, text: item });
            }
            else
                appendColumn(analysis, list, path, name);
        });
        return { name, value: plain, blocked: undefined, attnum: undefined, binds: { row, attnum }, added: true };
    });
}
//# sourceMappingURL=union-rows.js.map