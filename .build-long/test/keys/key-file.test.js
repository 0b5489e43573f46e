import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { KeyFileError, readKeyFile, writeKeyFile } from '../../src/keys/key-file.js';
function folder(t) {
    const path = mkdtempSync(join(tmpdir(), 'pgseal-keys-'));
    t.after(() => rmSync(path, { recursive: true }));
    return path;
}
test('a new key file has one line and mode 0600, whatever the umask; it is never overwritten', (t) => {
    const path = join(folder(t), 'key');
    const umask = process.umask(0);
    t.after(() => process.umask(umask));
    const id = writeKeyFile(path);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.match(readFileSync(path, 'latin1'), /^[A-Za-z0-9_-]+ [A-Za-z0-9+/]{43}=\n$/);
    assert.deepEqual(readKeyFile(path).map((key) => key.id), [id]);
    const before = readFileSync(path);
    assert.throws(() => writeKeyFile(path), KeyFileError);
    assert.deepEqual(readFileSync(path), before);
});
test('append adds the newest as the last line and leaves the others', (t) => {
    const path = join(folder(t), 'key');
    const first = writeKeyFile(path);
    const before = readFileSync(path, 'latin1');
    const second = writeKeyFile(path, { append: true });
    assert.ok(readFileSync(path, 'latin1').startsWith(before));
    assert.deepEqual(readKeyFile(path).map((key) => key.id), [first, second]);
    assert.throws(() => writeKeyFile(join(path, '..', 'none'), { append: true }), /does not exist/);
});
test('a key file that others can use is refused', (t) => {
    const path = join(folder(t), 'key');
    writeKeyFile(path);
    for (const mode of [0o640, 0o604, 0o660, 0o777]) {
        chmodSync(path, mode);
        assert.throws(() => readKeyFile(path), /its mode must be 0600/);
        assert.throws(() => writeKeyFile(path, { append: true }), /its mode must be 0600/);
    }
    chmodSync(path, 0o400);
    readKeyFile(path);
    assert.throws(() => readKeyFile(folder(t)), KeyFileError);
});
test('a key file that is not exactly as documented is refused, without a word of what it holds', (t) => {
    const path = join(folder(t), 'key');
    const key = Buffer.alloc(32, 7).toString('base64');
    for (const text of [
        '',
        '\n',
        `a ${key}`,
        `a ${key}\n\n`,
        `a  ${key}\n`,
        ` a ${key}\n`,
        `a ${key} \n`,
        `a ${key}\r\n`,
        `a ${key.slice(0, -1)}\n`,
        `a ${Buffer.alloc(31, 7).toString('base64')}\n`,
        `a ${Buffer.alloc(33, 7).toString('base64')}\n`,
        `a ${key.slice(0, -2)}d=\n`,
        `a ${key.replace('B', '-')}\n`,
        `${'a'.repeat(65)} ${key}\n`,
        `ä ${key}\n`,
        `a ${key}\na ${key}\n`,
    ]) {
        writeFileSync(path, text, { mode: 0o600 });
        assert.throws(() => readKeyFile(path), (error) => error instanceof KeyFileError && !error.message.includes(key.slice(0, 20)), JSON.stringify(text));
    }
    writeFileSync(path, `a ${key}\n`, { mode: 0o600 });
    assert.equal(readKeyFile(path)[0]?.key.export().toString('base64'), key);
});
//# sourceMappingURL=key-file.test.js.map