import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { auditFiles } from '../../src/observe/audit/audit-file.js';
import { markSince, searchServer, talkative } from '../canary/search.js';
import { readCases } from './case-file.js';
import { runCase } from './run-case.js';
import { startTwins } from './twins.js';
let twins;
let since;
before(async () => {
    twins = await startTwins({
        audit: true,
        settings: talkative,
        afterApply: async (server, database) => {
            since = await markSince(server, database);
        },
    });
});
after(async () => {
    await twins?.stop();
});
for (const one of readCases()) {
    test(`${one.name}: ${one.description}`, async (t) => {
        if (one.since * 10_000 > twins.sealed.server.version)
            return t.skip(`needs version ${one.since}`);
        for (const mode of one.modes) {
            const { disagreements } = await runCase(twins, one, mode);
            assert.deepEqual(disagreements, []);
        }
    });
}
test('no plaintext of a sealed column is left on the server or in what the proxy writes', async (t) => {
    const { server, database } = twins.sealed;
    const trail = auditFiles(join(twins.map.folder, 'audit.jsonl')).map((file) => readFileSync(file, 'utf8'));
    assert.ok(trail.join('').split('\n').length > 1_000, 'the audit trail is searched too');
    const result = await searchServer(server, database, since, twins.proxy.output() + trail.join(''));
    t.diagnostic(`searched ${(result.bytes / 1e6).toFixed(0)} MB: ${result.searched.join(', ')}`);
    assert.deepEqual(result.hits, []);
});
test('twins that differ are told apart', async (t) => {
    const different = await startTwins({ sealed: false });
    t.after(() => different.stop());
    const { admin } = different.sealed;
    const differences = async (name, mode) => {
        const found = readCases().find((one) => one.name === name);
        return (await runCase(different, found, mode)).disagreements.length;
    };
    assert.equal(await differences('select/001_star', 'binary'), 0);
    assert.equal(await differences('insert/017_select_plain_table', 'text'), 0);
    await admin.rows(`update twin."public.users" set name = name || '?' where id = 1`);
    await admin.rows('call twin.reset()');
    assert.equal(await differences('select/001_star', 'simple'), 3);
    await admin.rows('alter table items alter column label type varchar(60)');
    assert.equal(await differences('insert/017_select_plain_table', 'text'), 1);
    await admin.rows('drop table members');
    assert.equal(await differences('delete/003_returning', 'text'), 2);
});
//# sourceMappingURL=twin.test.js.map