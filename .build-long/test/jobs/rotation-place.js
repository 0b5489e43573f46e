import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/control/database.js';
import { openKeyTable } from '../../src/control/key-table.js';
import { apply } from '../../src/jobs/apply.js';
import { runRotation } from '../../src/jobs/rotation.js';
import { createKeyRing } from '../../src/keys/create-key-ring.js';
import { writeKeyFile } from '../../src/keys/key-file.js';
import { parseEnvelope } from '../../src/seal/envelope.js';
import { labelTag } from '../../src/seal/label-tag.js';
import { openValue } from '../../src/seal/open-value.js';
import { namedKey } from '../keys/named-keys.js';
import { createOwnedDatabase, runAs } from '../support/owned-database.js';
import { sharedPostgres } from '../support/postgres.js';
import { mapTable } from '../support/sealed-schema.js';
export function map(...args) {
    const table = mapTable(...args);
    return { ...table, columns: table.columns.map((column) => ({ ...column, labelTag: labelTag(column.label) })) };
}
/** `people`: email and note share a data key per row, phone is under branch keys. */
export const people = map('people', {
    email: {},
    note: { search: [], pad: 16 },
    phone: { namedKey: 'phone', search: [] },
});
export async function rotationPlace(name) {
    const place = await createOwnedDatabase(await sharedPostgres(), name);
    const owner = openDatabase(place.ownerUrl, 6);
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-rotation-'));
    const keyFile = join(folder, 'keys');
    writeKeyFile(keyFile);
    const rings = [];
    const keyTable = openKeyTable(owner);
    const ring = async (keys) => {
        const log = { info: () => undefined, warn: () => undefined };
        const made = await createKeyRing({ keys, mode: 'full', prove: false, store: keyTable, log });
        rings.push(made);
        return made;
    };
    return {
        ...place,
        owner,
        keyFile,
        keys: (change = {}) => {
            const cache = { maxAgeMs: 1000, maxUses: 2 ** 28, maxBytes: 2 ** 40 };
            const key = (of) => namedKey({ kms: 'local', keyFile, cache, ...of, ...change });
            return new Map([
                ['default', key({ name: 'default' })],
                ['phone', key({ name: 'phone', dataKeys: 'branch' })],
            ]);
        },
        ring,
        apply: async (tables, keys) => {
            const report = await apply({ admin: owner, controlRole: place.control, tables, keyRing: await ring(keys) });
            // Tables of tests before this one are not in the map any more.
            const labels = tables.flatMap((table) => table.columns.map(({ label }) => label));
            const refused = report.columns.filter(({ label, outcome }) => outcome === 'refused' && labels.includes(label));
            if (refused.length > 0)
                throw new Error(JSON.stringify(refused));
        },
        run: async (kind, tables, keys, change = {}) => runRotation({
            kind,
            database: owner,
            keyRing: await ring(keys),
            keyTable,
            keys,
            tables,
            verify: true,
            ...change,
        }),
        addLine: () => void writeKeyFile(keyFile, { append: true }),
        newestLineAlone: () => {
            const file = join(folder, `newest-${Date.now()}`);
            writeFileSync(file, `${readFileSync(keyFile, 'utf8').trimEnd().split('\n').at(-1)}\n`, { mode: 0o600 });
            return file;
        },
        open: async (table, column, keys, key = 'id') => open(owner, await ring(keys), table, column, key),
        close: async () => {
            for (const made of rings)
                made.close();
            await owner.close();
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
/** Makes and seals `people` anew with so many rows; every third has no note. */
export async function fillPeople(place, rows, keys) {
    await runAs(place.ownerUrl, [
        'drop table if exists people',
        'create table people (id int4 primary key, email text, note text, phone text, hits int4 not null default 0)',
        `insert into people select g, 'user' || g, case when g % 3 > 0 then 'note' || g end, '+' || g from generate_series(1, ${rows}) g`,
    ]);
    await place.apply([people], keys);
}
/** Every value of `people`, as fillPeople made it, opens under these keys. */
export async function peopleOpen(place, rows, keys) {
    const [emails, notes, phones] = [
        await place.open(people, 'email', keys),
        await place.open(people, 'note', keys),
        await place.open(people, 'phone', keys),
    ];
    for (let id = 1; id <= rows; id++) {
        assert.deepEqual([emails[id], notes[id], phones[id]], [`user${id}`, id % 3 === 0 ? null : `note${id}`, `+${id}`]);
    }
}
async function open(owner, ring, table, name, key) {
    const column = table.columns.find((each) => each.name === name);
    const terms = column.search.includes('equality') ? ['eq'] : [];
    const rows = await owner.query(`select ${key}::text as k, ("${name}").c::bytea as c, ${terms.length > 0 ? `("${name}").eq::bytea` : 'null::bytea'} as eq from public.${table.name}`);
    const opened = {};
    for (const { k, c, eq } of rows) {
        opened[k] = null;
        if (c === null)
            continue;
        const envelope = parseEnvelope(c, column.label);
        const context = { table: table.mapName, record: envelope.record.toString(), tenant: undefined };
        const dataKey = await ring.open(column.namedKey, envelope.keyPart, context, column.label);
        const sealed = { ...column, logicalType: column.type, terms };
        opened[k] = openValue(sealed, envelope, dataKey, eq === null ? [] : [eq]).toString();
    }
    return opened;
}
//# sourceMappingURL=rotation-place.js.map