import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { repoRoot } from '../support/root.js';
import { sourceFiles } from './source-files.js';
// Room to the rooms it may import; `type:` allows types alone, which leave no trace in what runs. A file named instead
// of a room allows that file.
const allowed = {
    'src/errors.ts': [],
    'src/wire': ['src/errors.ts'],
    'src/types': ['src/errors.ts'],
    'src/seal': ['src/errors.ts'],
    'src/config': ['src/errors.ts'],
    'src/control': ['src/errors.ts'],
    'src/observe': ['src/errors.ts'],
    'src/keys': ['src/errors.ts', 'src/seal', 'type:src/config', 'src/observe'],
    'src/catalog': [
        'src/errors.ts',
        'type:src/config',
        'type:src/control',
        'type:src/seal',
        'type:src/types',
        'src/types/logical-type.ts',
    ],
    'src/sql': ['src/errors.ts', 'type:src/catalog', 'src/types', 'type:src/seal'],
    'src/connection': [
        'src/errors.ts',
        'src/wire',
        'src/sql',
        'src/types',
        'src/seal',
        'src/keys',
        'src/catalog',
        'src/observe',
    ],
    'src/net': ['src/errors.ts', 'src/connection', 'src/wire', 'src/observe'],
    'src/jobs': [
        'src/errors.ts',
        'src/catalog',
        'src/control',
        'src/config',
        'src/keys',
        'src/seal',
        'src/types',
        'src/observe',
    ],
};
const unbound = ['src/commands', 'src/main.ts'];
function roomOf(path) {
    const [src, room] = path.split('/');
    return `${src}/${room}`;
}
// Every `import ... from`, `export ... from` and `import()` of a file. Comments are cut first.
function importsOf(text) {
    const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const found = [];
    for (const [, clause, specifier] of code.matchAll(/^(?:import|export)\b([^'"`;]*?)\bfrom\s*['"]([^'"]+)['"]/gm)) {
        const named = /^\s*\{([^}]*)\}\s*$/.exec(clause);
        const names = (named?.[1] ?? '*').split(',').map((name) => name.trim());
        const typeOnly = /^\s*type\b/.test(clause) || names.every((name) => name === '' || name.startsWith('type '));
        found.push({ specifier: specifier, typeOnly });
    }
    for (const [, specifier] of code.matchAll(/^import\s*['"]([^'"]+)['"]/gm))
        found.push({ specifier: specifier, typeOnly: false });
    for (const [, specifier] of code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g))
        found.push({ specifier: specifier, typeOnly: false });
    return found;
}
function edgesOf(files) {
    return files.flatMap((file) => importsOf(file.text)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier, typeOnly }) => ({
        from: file.path,
        to: posix.normalize(posix.join(posix.dirname(file.path), specifier)),
        typeOnly,
    })));
}
function isAllowed({ from, to, typeOnly }) {
    const [room, target] = [roomOf(from), roomOf(to)];
    if (unbound.includes(room) || room === target)
        return true;
    const rules = allowed[room];
    if (rules === undefined)
        return false;
    return rules.some((rule) => rule === target || rule === to || (typeOnly && rule === `type:${target}`));
}
test('rooms import only what the design lets them', () => {
    const wrong = edgesOf(sourceFiles('src')).filter((edge) => !isAllowed(edge));
    assert.deepEqual(wrong.map((edge) => `${edge.from} -> ${edge.to}`), []);
});
test('the rule itself tells edges apart', () => {
    const edge = (from, text) => edgesOf([{ path: from, text }]).map(isAllowed);
    assert.deepEqual(edge('src/wire/a.ts', "import { x } from '../errors.ts'\nimport { y } from './b.ts'"), [true, true]);
    assert.deepEqual(edge('src/wire/a.ts', "import {\n  x,\n} from '../sql/b.ts'"), [false]);
    assert.deepEqual(edge('src/sql/a.ts', "import type { X } from '../seal/b.ts'"), [true]);
    assert.deepEqual(edge('src/sql/a.ts', "import { type X, type Y } from '../seal/b.ts'"), [true]);
    assert.deepEqual(edge('src/sql/a.ts', "import { type X, y } from '../seal/b.ts'"), [false]);
    assert.deepEqual(edge('src/sql/a.ts', "export * from '../keys/b.ts'\nawait import('../keys/b.ts')"), [false, false]);
    assert.deepEqual(edge('src/commands/a.ts', "import { y } from '../keys/b.ts'"), [true]);
    assert.deepEqual(edge('src/new/a.ts', "import { y } from '../keys/b.ts'"), [false]);
});
test('the sources import nothing from tests or benches, and never by a built name', () => {
    for (const { from, to } of edgesOf(sourceFiles('src'))) {
        assert.match(to, /^src\//, `${from} -> ${to}`);
        assert.match(to, /\.ts$/, `${from} -> ${to}`);
    }
});
test('each dependency is imported by one file or room, and named in package.json', () => {
    const manifest = JSON.parse(readFileSync(join(repoRoot, 'package.json'), 'utf8'));
    const named = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.optionalDependencies)]);
    const rooms = new Map();
    for (const file of sourceFiles('src')) {
        for (const { specifier } of importsOf(file.text)) {
            if (specifier.startsWith('.') || specifier.startsWith('node:'))
                continue;
            const name = /^(@[^/]+\/[^/]+|[^/]+)/.exec(specifier)[1];
            assert.ok(named.has(name), `${file.path} imports ${name}, which package.json does not name`);
            rooms.set(name, (rooms.get(name) ?? new Set()).add(roomOf(file.path)));
        }
    }
    for (const [name, importers] of rooms)
        assert.equal(importers.size, 1, `${name}: ${[...importers].join(', ')}`);
});
//# sourceMappingURL=imports.test.js.map