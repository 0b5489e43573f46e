import { UsageError } from './usage-error.js';
/** Throws UsageError when `--table` or `--column` name what the map does not. */
export function checkScope(config, { table, column }) {
    if (table === undefined) {
        if (column !== undefined)
            throw new UsageError('--column needs --table');
        return;
    }
    const mapped = config.tables.find(({ mapName }) => mapName === table);
    if (mapped === undefined)
        throw new UsageError(`the map names no table "${table}"`);
    for (const name of column ?? []) {
        if (!mapped.columns.some((each) => each.name === name)) {
            throw new UsageError(`the map names no column "${name}" of table "${table}"`);
        }
    }
}
//# sourceMappingURL=table-scope.js.map