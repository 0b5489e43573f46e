import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { repoRoot } from '../support/root.js';
import { printed, runPgseal, startPgseal } from '../support/run-pgseal.js';
function mapFile(t, text) {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-command-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'pgseal.yaml'), text);
    return join(folder, 'pgseal.yaml');
}
const emptyMap = (listen) => `listen: ${listen}\nupstream: postgres://127.0.0.1:1/app\ncontrol: postgres://p@127.0.0.1:1/app\npassthrough: true\n`;
test('--version and --help answer on stdout and end with 0', async () => {
    const { version } = JSON.parse(readFileSync(join(repoRoot, 'package.json'), 'utf8'));
    assert.deepEqual(await runPgseal(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
    const help = await runPgseal(['--help']);
    assert.equal(help.code, 0);
    const listed = [...help.stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    const commands = [
        'serve',
        'dev',
        'plan',
        'apply',
        'unseal',
        'rewrap',
        'rotate',
        'keygen',
        'explain',
        'check',
        'shred',
        'iam',
        'status',
        'audit',
    ];
    assert.deepEqual(listed, commands);
    for (const name of listed) {
        const own = await runPgseal([name, '--help']);
        assert.equal(own.code, 0, name);
        assert.match(own.stdout, /--config <file>/, name);
    }
});
test('a wrong command line ends with 2 and says what is near', async () => {
    assert.equal((await runPgseal([])).code, 2);
    const command = await runPgseal(['serv']);
    assert.deepEqual([command.code, command.stdout], [2, '']);
    assert.equal(command.stderr, "pgseal: unknown command 'serv'\n(Did you mean serve?)\n");
    const option = await runPgseal(['serve', '--confg', 'x']);
    assert.deepEqual([option.code, option.stderr], [2, "pgseal: unknown option '--confg'\n(Did you mean --config?)\n"]);
    assert.equal((await runPgseal(['serve', 'more'])).code, 2);
    assert.equal((await runPgseal(['keygen'])).code, 2);
});
test('a map that is not there, or wrong, ends with 1 in a sentence without a stack', async (t) => {
    const absent = await runPgseal(['serve', '--config', '/nowhere/map.yaml']);
    assert.equal(absent.code, 1);
    assert.equal(absent.stderr, 'pgseal: could not read the map "/nowhere/map.yaml": no such file\nHINT: Name the map with --config FILE.\n');
    const file = mapFile(t, 'upstrem: postgres://localhost/app\n');
    const wrong = await runPgseal(['serve', '--config', file]);
    assert.equal(wrong.code, 1);
    assert.equal(wrong.stderr.split('\n')[0], `pgseal: ${file}:1:1: unrecognized key "upstrem"; did you mean "upstream"?`);
    assert.doesNotMatch(wrong.stderr, /^\s+at /m);
});
test('serve says where it listens, and ends with 0 on SIGTERM and SIGINT', async (t) => {
    const file = mapFile(t, emptyMap('127.0.0.1:0'));
    for (const signal of ['SIGTERM', 'SIGINT']) {
        const child = startPgseal(['serve', '--config', file]);
        await printed(child, /^listening on 127\.0\.0\.1:\d+$/);
        child.kill(signal);
        assert.deepEqual(await once(child, 'exit'), [0, null]);
    }
});
test('serve on a port that is taken ends with 1 in a sentence', async (t) => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    t.after(() => holder.close());
    const { port } = holder.address();
    const result = await runPgseal(['serve', '--config', mapFile(t, emptyMap(`127.0.0.1:${port}`))]);
    assert.deepEqual([result.code, result.stdout], [1, '']);
    assert.match(result.stderr, new RegExp(`^pgseal: could not listen on 127\\.0\\.0\\.1:${port}: the address is in use$`, 'm'));
});
//# sourceMappingURL=command-line.test.js.map