// What README.md and docs/ point at is there: links with their anchors, files, commands and scripts.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { parseConfig } from '../../src/config/load-config.js';
import { repoRoot } from '../support/root.js';
import { runPgseal } from '../support/run-pgseal.js';
const pages = ['README.md', 'CHANGELOG.md', ...readdirSync(join(repoRoot, 'docs')).map((name) => `docs/${name}`)];
const textOf = (page) => readFileSync(join(repoRoot, page), 'utf8');
/** As GitHub makes them of headings. */
function anchors(page) {
    return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-'));
}
for (const page of pages) {
    describe(page, () => {
        test('its links lead somewhere', () => {
            for (const [, target] of textOf(page).matchAll(/\]\(([^)\s]+)\)/g)) {
                if (/^https?:/.test(target))
                    continue;
                const [path, anchor] = target.split('#');
                const linked = path === '' ? page : join(dirname(page), path);
                assert.ok(existsSync(join(repoRoot, linked)), `no ${target}`);
                if (anchor !== undefined)
                    assert.ok(anchors(linked).includes(anchor), `no heading ${target}`);
            }
        });
        test('the files and folders it names are there', () => {
            const named = /(?<![\w./-])((?:src|test|config|docs|bench)\/[\w./-]*[\w/])(?![\w*])/g;
            for (const [, path] of textOf(page).matchAll(named))
                assert.ok(existsSync(join(repoRoot, path)), `no ${path}`);
        });
        test('the npm scripts it names are there', () => {
            const { scripts } = JSON.parse(textOf('package.json'));
            for (const [, name] of textOf(page).matchAll(/npm (?:run )?(start|test|(?<=run )[\w:-]+)/g)) {
                assert.ok(name in scripts, `no script ${name}`);
            }
        });
    });
}
test('the commands and options that README.md names are there', async () => {
    const help = new Map();
    for (const [, command] of textOf('README.md').matchAll(/npx pgseal ([a-z]+)/g)) {
        if (help.has(command))
            continue;
        const { code, stdout } = await runPgseal([command, '--help']);
        assert.equal(code, 0, command);
        help.set(command, stdout);
    }
    assert.deepEqual([...help.keys()].sort(), [
        'apply',
        'audit',
        'check',
        'explain',
        'iam',
        'keygen',
        'plan',
        'rewrap',
        'rotate',
        'serve',
        'shred',
        'status',
        'unseal',
    ]);
    assert.match(help.get('apply'), /--admin-url/);
    assert.match(help.get('serve'), /--insecure-test-key/);
});
test('the map of README.md is a map', () => {
    const [, text] = /^A map:\n\n```yaml\n(.*?)^```/ms.exec(textOf('README.md'));
    const environment = { PGSEAL_CONTROL_URL: 'postgres://pgseal_control:x@127.0.0.1:5432/app' };
    const config = parseConfig(text, 'pgseal.yaml', { environment });
    const columns = config.tables.flatMap((table) => table.columns.map(({ label, search }) => [label, ...search]));
    assert.deepEqual(columns, [['public.users.email', 'equality'], ['public.users.phone']]);
});
//# sourceMappingURL=pages.test.js.map