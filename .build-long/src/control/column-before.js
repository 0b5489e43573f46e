export async function writeColumnBefore(session, label, before) {
    await session.query('update pgseal.columns set before = $2::pg_catalog.jsonb where label operator(pg_catalog.=) $1', [
        label,
        JSON.stringify(before),
    ]);
}
/** By label; a column that was created sealed, or sealed before this was kept, is not there. */
export async function readColumnsBefore(session) {
    const rows = await session.query(`select label, pg_catalog.to_jsonb(c) operator(pg_catalog.->) 'before' as before from pgseal.columns c
     where pg_catalog.to_jsonb(c) operator(pg_catalog.->>) 'before' is not null`);
    return new Map(rows.map(({ label, before }) => [label, before]));
}
//# sourceMappingURL=column-before.js.map