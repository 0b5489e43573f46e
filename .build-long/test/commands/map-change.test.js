import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Shared } from '../../src/commands/held-until-released.js';
import { checkChange, keysInForce } from '../../src/commands/map-change.js';
import { parseConfig } from '../../src/config/load-config.js';
const head = 'upstream: postgres://127.0.0.1/app\ncontrol: postgres://pgseal@127.0.0.1/app\n';
const keys = 'keys: { default: { kms: local, keyFile: k } }\n';
const tables = 'tables: { a.b: { columns: { c: { type: text } } } }\n';
test('tables, keys, roles and limits change while the map is in force; nothing else does', () => {
    const config = parseConfig(head + keys + tables, '/tmp/m.yaml');
    const change = (text) => () => checkChange(config, parseConfig(text, '/tmp/m.yaml'));
    change(head + keys + tables)();
    change(`${head}keys: { default: { kms: local, keyFile: other } }\n` +
        'tables: { a.b: { columns: { c: { type: text }, d: { type: int4 } } } }\n' +
        'limits: { rowsPerStatement: 7 }\nroles: { public: { else: open } }\n')();
    const restart = (text, named) => assert.throws(change(text), { errorName: 'mapNeedsRestart', message: new RegExp(`can change: ${named}$`) });
    restart(`${head}listen: 127.0.0.1:1\nhttp: 9187\n${keys}${tables}`, 'listen, http');
    restart(`${head}mode: encrypt-only\n${keys}${tables}`, 'mode');
    restart(`${head.replace('pgseal@', 'other@')}${keys}${tables}`, 'control');
    restart(`${head}passthrough: true\n`, 'tables \\(from none or to none\\)');
});
test('keys are the same while the map and the key files say the same', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-change-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'k');
    writeFileSync(file, 'one');
    const read = (text) => keysInForce(parseConfig(head + text + tables, join(folder, 'm.yaml')));
    const before = read(keys);
    assert.equal(read(`${keys}limits: { rowsPerStatement: 7 }\n`), before);
    assert.notEqual(read('keys: { default: { kms: local, keyFile: k, dataKeys: branch } }\n'), before);
    writeFileSync(file, 'two');
    assert.notEqual(read(keys), before);
});
test('what is shared is closed by the last that lets go', async () => {
    let closed = 0;
    const shared = new Shared('value', () => {
        closed += 1;
    });
    shared.take();
    await shared.release();
    assert.equal(closed, 0);
    await shared.release();
    assert.equal(closed, 1);
});
//# sourceMappingURL=map-change.test.js.map