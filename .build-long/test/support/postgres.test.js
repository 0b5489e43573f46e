import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import pg from 'pg';
import { startPostgres } from './postgres.js';
test('a throw-away server starts, takes settings, makes databases and leaves nothing behind', async () => {
    const server = await startPostgres({ settings: { work_mem: '7MB' } });
    const database = await server.createDatabase('try');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query("select current_database() as name, current_setting('work_mem') as mem");
    await client.end();
    assert.equal(rows[0].name, database.name);
    if (server.dataDir !== undefined)
        assert.equal(rows[0].mem, '7MB');
    await server.stop();
    if (server.dataDir !== undefined)
        assert.equal(existsSync(server.dataDir), false);
});
//# sourceMappingURL=postgres.test.js.map