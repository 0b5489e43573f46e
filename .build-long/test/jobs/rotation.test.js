import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { readRegisteredColumns } from '../../src/control/column-registry.js';
import { readJobs } from '../../src/control/job-table.js';
import { openKeyTable } from '../../src/control/key-table.js';
import { countByKey } from '../../src/jobs/key-counts.js';
import { runAs } from '../support/owned-database.js';
import { fillPeople, people, peopleOpen, rotationPlace } from './rotation-place.js';
let place;
before(async () => {
    place = await rotationPlace('rotation');
});
after(() => place.close());
const rows = 300;
/** Envelopes in parts, as the server has them: key parts, and what comes after them. */
async function parts() {
    const keyEnd = (column) => `case get_byte((${column}).c, 3) when 1 then 22 + get_byte((${column}).c, 20) * 256 + get_byte((${column}).c, 21) else 80 end`;
    const of = (column) => `encode(substring((${column}).c from 4 for ${keyEnd(column)} - 3), 'hex') as ${column}_key, encode(substring((${column}).c from ${keyEnd(column)} + 1), 'hex') as ${column}_rest`;
    return runAs(place.ownerUrl, [
        `select id, ${['email', 'note', 'phone'].map(of).join(', ')}, encode((email).eq, 'hex') as eq from people order by id`,
    ]);
}
function assertOpens(keys) {
    return peopleOpen(place, rows, keys);
}
test('rewrap: data keys and branch keys move to the new key, values and terms stay, and the old key is needed no more', async () => {
    await fillPeople(place, rows, place.keys());
    const before = await parts();
    place.addLine();
    const steps = [];
    const report = await place.run('rewrap', [people], place.keys(), {
        onProgress: ({ phase, table, rows: done }) => steps.push(`${phase} ${table} ${done}`),
    });
    assert.equal(report.complete, true);
    assert.equal(report.keyRows.moved, 1);
    const [table] = report.tables;
    assert.deepEqual([table?.valuesMoved, table?.valuesFailed, table?.resting, table?.verifiedRows], [500, 0, 0, rows]);
    assert.ok(steps.includes(`verify public.people ${rows}`), steps.join());
    const after = await parts();
    for (const [at, row] of after.entries()) {
        const was = before[at];
        for (const same of ['email_rest', 'note_rest', 'phone_rest', 'eq', 'phone_key'])
            assert.equal(row[same], was[same]);
        assert.notEqual(row.email_key, was.email_key);
        if (row.note_key !== null)
            assert.equal(row.note_key, row.email_key, 'the values of a row still share a data key');
    }
    await assertOpens(place.keys({ keyFile: place.newestLineAlone() }));
    assert.deepEqual(report.unused.map(({ kind, namedKey }) => [kind, namedKey]), [['kms', 'default']]);
    const again = await place.run('rewrap', [people], place.keys());
    assert.deepEqual([again.complete, again.tables[0]?.valuesMoved, again.keyRows.moved], [true, 0, 0]);
});
test('rotate: every value gets a fresh data key under a fresh branch key; plaintexts and terms stay', async () => {
    await fillPeople(place, rows, place.keys());
    const before = await parts();
    const report = await place.run('rotate', [people], place.keys());
    assert.equal(report.complete, true);
    assert.equal(report.tables[0]?.valuesMoved, 800);
    const after = await parts();
    for (const [at, row] of after.entries()) {
        const was = before[at];
        assert.equal(row.eq, was.eq);
        for (const changed of ['email_key', 'email_rest', 'phone_key', 'phone_rest'])
            assert.notEqual(row[changed], was[changed]);
        if (row.note_key !== null)
            assert.equal(row.note_key, row.email_key);
    }
    assert.equal(new Set(after.map((row) => row.email_key)).size, rows);
    const branchKeys = (of) => new Set(of.map((row) => String(row.phone_key).slice(0, 34)));
    assert.deepEqual([...branchKeys(after)].filter((key) => branchKeys(before).has(key)), []);
    await assertOpens(place.keys());
});
test('columns alone are rotated when asked for', async () => {
    await fillPeople(place, 20, place.keys());
    const before = await parts();
    const report = await place.run('rotate', [people], place.keys(), { table: 'public.people', columns: ['note'] });
    assert.deepEqual([report.complete, report.tables[0]?.labels], [true, ['public.people.note']]);
    for (const [at, row] of (await parts()).entries()) {
        assert.equal(row.email_key, before[at].email_key);
        assert.equal(row.phone_key, before[at].phone_key);
        if (row.note_key !== null)
            assert.notEqual(row.note_key, before[at].note_key);
    }
});
/** `ring` with `work` done before it first makes data keys: after rows were read, before they are written. */
function interrupted(ring, work) {
    let done;
    return {
        ...ring,
        generate: async (...args) => {
            done ??= work();
            await done;
            return ring.generate(...args);
        },
    };
}
test('what a client writes between reading and writing stays: compare and swap', async () => {
    await fillPeople(place, 20, place.keys());
    const keyRing = interrupted(await place.ring(place.keys()), () => runAs(place.ownerUrl, [
        'update people set email = (select email from people where id = 2) where id = 1',
        'update people set phone = (select phone from people where id = 5) where id = 3',
        'update people set note = null where id = 4',
        'delete from people where id = 6',
        'update people set hits = hits + 1 where id = 7',
        'update people set id = 100 where id = 8',
    ]));
    const before = await parts();
    const report = await place.run('rotate', [people], place.keys(), { keyRing });
    assert.equal(report.complete, true);
    const [emails, phones, notes] = [
        await place.open(people, 'email', place.keys()),
        await place.open(people, 'phone', place.keys()),
        await place.open(people, 'note', place.keys()),
    ];
    assert.deepEqual([emails[1], phones[3], notes[4], emails[6], emails[100]], ['user2', '+5', null, undefined, 'user8']);
    assert.deepEqual(await runAs(place.ownerUrl, ['select hits from people where id = 7']), [{ hits: 1 }]);
    const old = new Set(before.flatMap((row) => [row.email_key, row.phone_key]));
    for (const row of await parts())
        assert.ok(!old.has(row.email_key) && !old.has(row.phone_key), `row ${row.id}`);
});
test('a row that a client holds is waited for, and the others are not; a second run says that one is at work', async () => {
    await fillPeople(place, 20, place.keys());
    const client = new pg.Client({ connectionString: place.ownerUrl });
    await client.connect();
    try {
        await client.query('begin');
        await client.query('update people set hits = 9 where id = 10');
        await assert.rejects(place.run('rotate', [people], place.keys(), { patienceMs: 0 }), {
            errorName: 'rotationBlocked',
        });
        const before = await parts();
        const running = place.run('rotate', [people], place.keys());
        // It has passed the rows that nobody holds when it waits for the one that is held.
        for (;;) {
            const [row] = await runAs(place.superuserUrl, [
                "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and query like 'select%for no key update of t'",
            ]);
            if (row?.n === 1)
                break;
        }
        await assert.rejects(place.run('rewrap', [people], place.keys(), { lockWaitMs: 10 }), {
            errorName: 'rotationRunning',
            message: /"public.people"/,
        });
        const meanwhile = await parts();
        assert.equal(meanwhile[9].email_key, before[9].email_key);
        assert.notEqual(meanwhile[10].email_key, before[10].email_key);
        // The client that holds one row may write the others: nothing waits for it while holding what it wants.
        await client.query('update people set hits = 9');
        await client.query('commit');
        const report = await running;
        assert.deepEqual([report.complete, report.tables[0]?.resumed], [true, true]);
    }
    finally {
        await client.end();
    }
    assert.notDeepEqual(await runAs(place.ownerUrl, ['select 1 from people where hits <> 9']), [{ '?column?': 1 }]);
});
test('a run that was stopped, or lost its connection, is gone on with by the next one', async () => {
    await fillPeople(place, rows, place.keys());
    const stop = new AbortController();
    const stopped = await place.run('rotate', [people], place.keys(), {
        signal: stop.signal,
        onProgress: ({ phase }) => phase === 'move' && stop.abort(),
    });
    assert.deepEqual([stopped.complete, stopped.tables[0]?.outcome, stopped.tables[0]?.valuesMoved], [false, 'stopped', 267]);
    let killed = false;
    await assert.rejects(place.run('rotate', [people], place.keys(), {
        onProgress: ({ phase }) => {
            if (killed || phase !== 'move')
                return;
            killed = true;
            void runAs(place.superuserUrl, [
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pgseal' and usename like '%_owner' and pid <> pg_backend_pid()",
            ]);
        },
        rate: 1000,
    }));
    const report = await place.run('rotate', [people], place.keys());
    assert.deepEqual([report.complete, report.tables[0]?.resumed, report.tables[0]?.job], [true, true, stopped.tables[0]?.job]);
    await assertOpens(place.keys());
    // Another aim is another job.
    const stopAgain = new AbortController();
    const other = {
        signal: stopAgain.signal,
        onProgress: ({ phase }) => phase === 'move' && stopAgain.abort(),
    };
    await place.run('rotate', [people], place.keys(), other);
    place.addLine();
    const fresh = await place.run('rotate', [people], place.keys());
    assert.deepEqual([fresh.complete, fresh.tables[0]?.resumed], [true, false]);
    assert.deepEqual((await readJobs(place.owner)).slice(0, 3).map(({ phase }) => phase), ['done', 'given up', 'done']);
});
test('values that do not open are named by place, left as they are, and the rest is done', async () => {
    await fillPeople(place, 30, place.keys());
    await runAs(place.ownerUrl, [
        "update people set email = row('1', overlay((email).c placing '\\xff' from octet_length((email).c)), (email).eq)::pgseal.text_eq where id = 5",
    ]);
    const report = await place.run('rotate', [people], place.keys());
    assert.equal(report.complete, false);
    const [table] = report.tables;
    assert.deepEqual([table?.outcome, table?.valuesFailed], ['incomplete', 1]);
    assert.equal(table?.failures.length, 1);
    assert.equal(table?.failures[0]?.label, 'public.people.email');
    assert.match(table?.failures[0]?.reason ?? '', /^tampered/);
    const [found] = await runAs(place.ownerUrl, [`select id from people where ctid = '${table?.failures[0]?.place}'`]);
    assert.equal(found?.id, 5);
});
test('keys are counted by column from the envelopes, and those on which nothing rests are noted', async () => {
    await fillPeople(place, 30, place.keys());
    place.addLine();
    await place.run('rotate', [people], place.keys(), { columns: ['email'], table: 'public.people' });
    const { counts, denied } = await countByKey(place.owner, await readRegisteredColumns(place.owner));
    const rowOf = new Map((await openKeyTable(place.owner).all()).map((row) => [row.id, row]));
    const summary = counts.map(({ label, source, keyId, values }) => [
        label.slice(14),
        source,
        rowOf.get(keyId)?.kind,
        values,
    ]);
    assert.deepEqual(summary, [
        ['email', 1, 'kms', 30],
        ['note', 1, 'kms', 20],
        ['phone', 0, 'branch', 30],
    ]);
    assert.notEqual(counts[0]?.keyId, counts[1]?.keyId);
    assert.deepEqual(denied, []);
});
//# sourceMappingURL=rotation.test.js.map