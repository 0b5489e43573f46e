import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { errorTable } from '../../src/errors.js';
import { repoRoot } from '../support/root.js';
import { generatedPages } from './generated-pages.js';
import { sourceFiles } from './source-files.js';
const entries = Object.entries(errorTable);
test('docs/errors.md is made from the table of errors (npm run docs writes it)', () => {
    assert.equal(readFileSync(join(repoRoot, 'docs/errors.md'), 'utf8'), generatedPages().get('docs/errors.md'));
});
test('errors are worded as PostgreSQL words its own', () => {
    for (const [name, entry] of entries) {
        assert.match(entry.sqlstate, /^[0-9A-Z]{5}$/, name);
        assert.match(entry.message, /[^.!\s]$/, `${name}: no period`);
        assert.match(entry.message, /^(\{|[a-z"]|[A-Z]{2,}|TLS|SQL|COPY)/, `${name}: lower case`);
        assert.doesNotMatch(entry.message, /\b(unknown|illegal|sorry|please)\b/i, name);
        for (const sentence of [entry.detail, entry.hint, entry.explanation]) {
            if (sentence === undefined)
                continue;
            assert.match(sentence, /[.:?]$|\}$/, `${name}: detail, hint and explanation are sentences`);
            assert.match(sentence, /^([^a-z]|pgseal|docs\/)/, `${name}: detail, hint and explanation are sentences`);
        }
    }
});
test('every error of the table is raised somewhere, and every one raised is in it', () => {
    const sources = sourceFiles('src').filter((file) => file.path !== 'src/errors.ts');
    const names = new Set(entries.map(([name]) => name));
    const quoted = new Set();
    for (const file of sources)
        for (const [, word] of file.text.matchAll(/'([a-zA-Z]+)'/g))
            quoted.add(word);
    for (const name of names) {
        // Raised by errors.ts itself, in unreachable().
        if (name !== 'internal')
            assert.ok(quoted.has(name), `${name} is raised nowhere`);
    }
    for (const file of sources) {
        for (const [, name] of file.text.matchAll(/new PgsealError\(\s*'(\w+)'/g))
            assert.ok(names.has(name), `${file.path}: ${name}`);
    }
});
//# sourceMappingURL=errors.test.js.map