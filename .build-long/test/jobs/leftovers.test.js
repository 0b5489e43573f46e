import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { planApply } from '../../src/jobs/apply-plan.js';
import { labelTag } from '../../src/seal/label-tag.js';
import { runAs } from '../support/owned-database.js';
import { sharedPostgres } from '../support/postgres.js';
import { mapTable } from '../support/sealed-schema.js';
import { applyPlace } from './apply-place.js';
let place;
before(async () => {
    place = await applyPlace('leftovers');
});
after(() => place.close());
const canary = 'CANARY-5b1f';
const mapped = mapTable('people', { email: {}, late: { search: [] } });
const people = { ...mapped, columns: mapped.columns.map((column) => ({ ...column, labelTag: labelTag(column.label) })) };
/** Table files, after a checkpoint has written them; the log of changes made before is exempt. */
async function filesWith(text) {
    const { dataDir } = await sharedPostgres();
    if (dataDir === undefined)
        return undefined;
    await runAs(place.superuserUrl, ['checkpoint']);
    const [row] = await runAs(place.superuserUrl, [
        'select oid::text as oid from pg_database where datname = current_database()',
    ]);
    const folders = [join(dataDir, 'base', row?.oid), join(dataDir, 'base/pgsql_tmp'), join(dataDir, 'pg_xact')];
    const found = [];
    for (const folder of folders) {
        let names = [];
        try {
            names = readdirSync(folder);
        }
        catch {
            continue;
        }
        for (const name of names) {
            if (readFileSync(join(folder, name)).includes(text))
                found.push(name);
        }
    }
    return found;
}
test('after apply no table file holds a plain value: table, index, toast, statistics, default of an added column', async (t) => {
    await runAs(place.ownerUrl, [
        'create table people (id int4 primary key, email text)',
        `insert into people select g, '${canary}-' || g || repeat(md5(g::text), g % 3 * 20) from generate_series(1, 400) g`,
        `insert into people select g, '${canary}-often' from generate_series(401, 600) g`,
        'create index people_email on people (email)',
        'create statistics people_both (mcv) on id, email from people',
        'analyze people',
        `alter table people add column late text default '${canary}-late'`,
        'alter table people alter column late drop default',
        'analyze people',
    ]);
    const before = await filesWith(canary);
    if (before === undefined)
        return t.skip('the files of this server cannot be read');
    // The table, its index, pg_statistic, pg_statistic_ext_data and pg_attribute at least.
    assert.ok(before.length >= 4, `the canary is found in ${before.length} files`);
    const refused = await place.apply([people]);
    assert.equal(refused.complete, false);
    await runAs(place.ownerUrl, ['drop statistics people_both']);
    const reader = new pg.Client({ connectionString: place.ownerUrl });
    await reader.connect();
    t.after(() => reader.end());
    await reader.query('begin isolation level repeatable read');
    await reader.query('select 1 from pg_catalog.pg_class limit 1');
    const early = await place.apply([people]);
    assert.ok(early.leftovers.length > 0, 'an open transaction still sees the old statistics');
    assert.equal(early.complete, false);
    assert.equal((await planApply(place.owner, [people])).workLeft, true);
    await reader.query('commit');
    const late = await place.apply([people]);
    assert.deepEqual(late.leftovers, []);
    assert.equal(late.complete, true);
    assert.equal((await planApply(place.owner, [people])).workLeft, false);
    assert.deepEqual(await filesWith(canary), []);
    return undefined;
});
//# sourceMappingURL=leftovers.test.js.map