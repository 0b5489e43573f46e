import assert from 'node:assert/strict';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { auditFiles } from '../../../src/observe/audit/audit-file.js';
import { makeAuditKeyFile } from '../../../src/observe/audit/key-file.js';
import { runAs } from '../../support/owned-database.js';
import { mustPgseal, pgseal, startProxy, writeMap } from '../../support/pgseal.js';
import { sharedPostgres } from '../../support/postgres.js';
const body = `
audit: { file: audit.jsonl, rotateBytes: 8192, key: { keyFile: audit.key } }
keys:
  default: { kms: local, keyFile: {keyFile}, dataKeys: branch }
tables:
  public.users:
    columns:
      email: { type: text }
`;
test('kill -9 under load: what clients were told is in the trail, which goes on in the next process', async (t) => {
    const server = await sharedPostgres();
    const database = await server.createDatabase('audit_killed');
    await runAs(database.url, ['create table users (id serial primary key, email text)']);
    const map = await writeMap(database.url, body);
    t.after(() => map.remove());
    const copy = join(map.folder, 'copy.key');
    makeAuditKeyFile(join(map.folder, 'audit.key'));
    copyFileSync(join(map.folder, 'audit.key'), copy);
    await mustPgseal(['apply', '--yes', '--config', map.file]);
    const proxy = await startProxy(map, database.url);
    let told = 0;
    const load = async () => {
        const client = new pg.Client({ connectionString: proxy.url() });
        client.on('error', () => undefined);
        await client.connect();
        try {
            for (;;) {
                await client.query("insert into users (email) values ('canary')");
                told += 1;
                if (told === 100)
                    process.kill(proxy.pid, 'SIGKILL');
            }
        }
        catch {
            // The proxy is gone.
        }
    };
    await Promise.all([load(), load(), load()]);
    const trail = () => auditFiles(join(map.folder, 'audit.jsonl'))
        .map((file) => readFileSync(file, 'utf8'))
        .join('');
    const lines = trail().split('"event":"statement"').length - 1;
    assert.ok(lines >= told, `${told} told, ${lines} lines`);
    const again = await startProxy(map, database.url);
    await again.stop();
    assert.ok(!trail().includes('canary'));
    const verify = (...more) => pgseal(['audit', '--verify', '--key', copy, '--config', map.file, ...more]);
    const strict = await verify();
    assert.equal(strict.code, 1);
    assert.match(strict.stdout, /segment 1 has no end/);
    const known = await verify('--interrupted', '1');
    assert.equal(known.code, 0, known.stdout);
});
//# sourceMappingURL=killed.test.js.map