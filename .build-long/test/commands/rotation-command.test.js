import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { rotationCommand } from '../../src/commands/rotation.js';
import { runAs } from '../support/owned-database.js';
import { mustPgseal, pgseal, writeMap } from '../support/pgseal.js';
import { sharedPostgres } from '../support/postgres.js';
test('rewrap and rotate say what they do; status counts the values on each key', async (t) => {
    const { url } = await (await sharedPostgres()).createDatabase('rotation_command');
    const map = await writeMap(url, `keys:
  default: { kms: local, keyFile: {keyFile} }
tables:
  public.people:
    columns:
      email: { type: text, search: [equality] }
      phone: { type: text }
`);
    t.after(() => map.remove());
    const config = ['--config', map.file];
    await runAs(url, [
        'create table people (id int primary key, email text, phone text)',
        "insert into people select g, 'e' || g, 'p' || g from generate_series(1, 40) g",
    ]);
    await mustPgseal(['apply', '--yes', ...config]);
    await mustPgseal(['keygen', '--append', map.keyFile]);
    const [old, next] = readFileSync(map.keyFile, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]);
    const rewrap = await mustPgseal(['rewrap', ...config, '--table', 'public.people', '--column', 'email']);
    assert.match(rewrap.stdout, /^table public\.people: public\.people\.email\n {2}no trigger runs for an UPDATE/);
    assert.match(rewrap.stdout, /^table public\.people: 40 values wrapped anew \(\d+ rows a second\)$/m);
    assert.match(rewrap.stdout, /^ {2}verified: 40 rows, 0 values that do not open\n {2}values on old keys: 0$/m);
    assert.match(rewrap.stdout, new RegExp(`comes from ${old} of key default itself, and stays with it`));
    assert.match(rewrap.stdout, new RegExp(`key default: 40 values rest on the KMS key ${old} still\nDone\\.\n$`));
    assert.match(rewrap.stderr, /^\{"event":"progress","phase":"move","table":"public\.people","rows":40,"total":-1\}$/m);
    const counted = await mustPgseal(['status', ...config, '--count']);
    const line = (...cells) => new RegExp(`^${cells.join(' +')}$`, 'm');
    assert.match(counted.stdout, line('rewrap', 'public.people', '1', 'done', '40', '0', '\\S+', '\\S+'));
    assert.match(counted.stdout, line('public.people.email', 'default', 'per-row', next, 'the present key', '40'));
    assert.match(counted.stdout, line('public.people.phone', 'default', 'per-row', old, 'an old key', '40'));
    const rotate = await mustPgseal(['rotate', ...config]);
    assert.match(rotate.stdout, /80 values sealed anew/);
    assert.match(rotate.stdout, new RegExp(`nothing rests on the KMS key ${old} any more`));
    const status = await mustPgseal(['status', ...config]);
    assert.match(status.stdout, new RegExp(`^default +kms +local +${old} +- +nothing rests on it \\(`, 'm'));
    const wrong = [
        [{ column: ['email'] }, '--column needs --table'],
        [{ table: 'people' }, 'the map names no table "people"'],
        [{ table: 'public.people', column: ['fax'] }, 'the map names no column "fax" of table "public.people"'],
        [{ triggers: 'maybe' }, '--triggers is fire or skip'],
        [{ rate: '0' }, '--rate is a number of rows a second, above 0'],
    ];
    for (const [options, message] of wrong) {
        const given = { config: map.file, insecureTestKey: false, verify: true, ...options };
        await assert.rejects(rotationCommand('rotate', given), { name: 'UsageError', message });
    }
    writeFileSync(map.file, `mode: encrypt-only\n${readFileSync(map.file, 'utf8').replace('search: [equality]', 'search: []')}`);
    const sealer = await pgseal(['rotate', ...config]);
    assert.deepEqual([sealer.code, /rotate opens values/.test(sealer.stderr)], [2, true]);
});
//# sourceMappingURL=rotation-command.test.js.map