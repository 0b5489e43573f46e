export const firstPageRows = 100;
const maxPageRows = 500;
const smallPage = 1_000_000;
const largePage = 8_000_000;
/**
 * Puts the new envelopes of the rows `wanted` (indexes into `rows` and `made`) in place, in the caller's transaction. Gives
 * those that were done: the others were changed meanwhile, or are held by somebody.
 */
export async function exchangeRows({ session, triggersFire }, { key, columns, statements }, rows, made, wanted) {
    const parameters = [wanted, ...key.map((_, at) => wanted.map((row) => rows[row][`k${at}`]))];
    for (const at of columns.keys()) {
        parameters.push(wanted.map((row) => made[row].old[at]), wanted.map((row) => made[row].sealed[at]));
    }
    // Code of triggers may count on the login's own path.
    if (triggersFire)
        await session.query('set local search_path to default');
    const done = await session.query(statements.exchange, parameters);
    if (triggersFire)
        await session.query("select pg_catalog.set_config('search_path', '', true)");
    return new Set(done.map(({ n }) => n));
}
/** How many rows the next page has: bounded in bytes, and in time, since a batch holds its rows while it is written. */
export function nextPageRows(limit, rows, milliseconds) {
    let bytes = 0;
    for (const row of rows)
        for (const value of Object.values(row))
            bytes += value?.length ?? 0;
    if (bytes > largePage || milliseconds > 5000)
        return Math.max(1, limit >> 2);
    return bytes < smallPage && milliseconds < 1000 ? Math.min(maxPageRows, limit * 2) : limit;
}
//# sourceMappingURL=row-exchange.js.map