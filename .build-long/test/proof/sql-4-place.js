import { mustPgseal, startProxy, writeMap } from '../support/pgseal.js';
import { startPostgres } from '../support/postgres.js';
import { WireClient } from '../support/wire-client.js';
const map = `mode: full
keys:
  default: { kms: local, keyFile: "{keyFile}", dataKeys: branch }
tables:
  public.sealed:
    columns:
      n: { type: int4, search: [order], acceptLeakage: true }
`;
/** Two tables of the same rows and indexes, one of them sealed in place. */
export async function connect(rows) {
    const server = await startPostgres();
    const database = await server.createDatabase('proof');
    const admin = await WireClient.connectUrl(database.url);
    for (const name of ['plain', 'sealed']) {
        await admin.rows(`create table ${name} (id int primary key, n int4)`);
        await admin.rows(`insert into ${name} select i, (i * 7919::int8 % ${rows})::int4 from generate_series(0, ${rows - 1}) i`);
        await admin.rows(`create index ${name}_n on ${name} (n)`);
    }
    const folder = await writeMap(database.url, map);
    await mustPgseal(['apply', '--yes', '--config', folder.file]);
    await admin.rows('vacuum analyze plain');
    await admin.rows('vacuum analyze sealed');
    const proxy = await startProxy(folder, database.url);
    const client = await WireClient.connectUrl(proxy.url());
    return {
        explain: async (table, condition) => {
            const lines = await client.rows(`explain (analyze, format json) select id from ${table} where n ${condition}`);
            const text = lines.map(([line]) => line).join('\n');
            const [plan] = JSON.parse(text);
            const index = /"Index Name": "(\w+)"/.exec(text)?.[1] ?? 'none';
            return { ms: plan['Execution Time'], index, found: plan.Plan['Actual Rows'] };
        },
        close: async () => {
            await client.close();
            await admin.close();
            await proxy.stop();
            folder.remove();
            await server.stop();
        },
    };
}
//# sourceMappingURL=sql-4-place.js.map