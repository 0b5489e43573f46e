import { PgsealError } from '../../errors.js';
/**
 * The statements that pg_stat_statements has counted in this database, most frequent first. Constants in them are parameters
 * already. Rejects with statisticsMissing where the extension is not there or may not be read.
 */
export async function readStatementStatistics(session) {
    const [extension] = await session.query(`select pg_catalog.quote_ident(n.nspname) as schema from pg_catalog.pg_extension e
       join pg_catalog.pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_stat_statements'`);
    if (extension === undefined)
        throw new PgsealError('statisticsMissing', { reason: 'the extension is not installed' });
    let rows;
    try {
        rows = await session.query(`select s.query, pg_catalog.sum(s.calls)::pg_catalog.text as calls from ${extension.schema}.pg_stat_statements s
         where s.dbid = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
         group by s.query order by pg_catalog.sum(s.calls) desc`);
    }
    catch (error) {
        if (error instanceof PgsealError)
            throw error;
        throw new PgsealError('statisticsMissing', { reason: 'it cannot be read' });
    }
    const readable = rows.filter(({ query }) => query !== null && query !== '<insufficient privilege>');
    if (readable.length === 0 && rows.length > 0) {
        throw new PgsealError('statisticsMissing', { reason: 'the control login needs pg_read_all_stats' });
    }
    return readable.map(({ query, calls }) => ({ text: query, place: `${calls} calls`, times: Number(calls) }));
}
//# sourceMappingURL=statement-statistics.js.map