/**
 * Written down in the transaction that seals, so that a run that is cut short leaves no plaintext forgotten. ANALYZE keeps
 * the most common values and histograms of a column (pg_statistic, pg_statistic_ext_data), and ADD COLUMN its default for older rows
 * (pg_attribute). Those rows are deleted when the column's type changes, but their bytes stay in the pages.
 */
export async function noteLeftovers(session, attribute) {
    const catalogs = ['pg_statistic', 'pg_statistic_ext_data', ...(attribute ? ['pg_attribute'] : [])];
    await session.query('insert into pgseal.leftovers select unnest($1::text[]) on conflict do nothing', [catalogs]);
}
export function readLeftovers(session) {
    return session.query('select catalog from pgseal.leftovers order by catalog');
}
/**
 * Rewrites those catalogs; plain VACUUM would leave the bytes in the free space of pages. The owner of the database may do it.
 * What could not be cleaned is given back, and tried again by the next run.
 */
export async function cleanLeftovers(session) {
    const leftovers = [];
    for (const { catalog } of await readLeftovers(session)) {
        const statement = `vacuum (full, verbose) pg_catalog.${catalog}`;
        const why = (await mayVacuum(session))
            ? await rewrite(session, statement)
            : 'only the owner of the database may do that';
        if (why === undefined)
            await session.query('delete from pgseal.leftovers where catalog = $1', [catalog]);
        else
            leftovers.push({ catalog: `pg_catalog.${catalog}`, why, statement });
    }
    return leftovers;
}
async function rewrite(session, statement) {
    const notices = await session.notices(statement);
    // The detail begins with the number of deleted rows that an open transaction could still see, in any language.
    const kept = notices.map(({ detail }) => /^\D*(\d+)/.exec(detail)?.[1]).find((count) => count !== undefined);
    return kept === '0' ? undefined : 'a transaction that began before is still open; end it and run apply again';
}
async function mayVacuum(session) {
    const [row] = await session.query(`select pg_has_role(d.datdba, 'usage') as may from pg_database d where d.datname = current_database()`);
    return row?.may === true;
}
//# sourceMappingURL=leftovers.js.map