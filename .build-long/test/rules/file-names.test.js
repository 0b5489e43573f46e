import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { sourceFiles } from './source-files.js';
const vagueNames = /^(utils?|helpers?|common|misc|shared|lib|index)$/;
test('file names are kebab-case and say what is inside', () => {
    for (const file of sourceFiles('src', 'test', 'bench')) {
        const name = basename(file.path).replace(/(\.test)?\.ts$/, '');
        assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/, file.path);
        for (const part of file.path.split('/').slice(0, -1))
            assert.doesNotMatch(part, vagueNames, file.path);
        assert.doesNotMatch(name, vagueNames, file.path);
    }
});
test('nothing is a default export', () => {
    for (const file of sourceFiles('src', 'test', 'bench')) {
        assert.doesNotMatch(file.text, /^export default |^export \{[^}]*\bas default\b/m, file.path);
    }
});
test('no file only passes on what others export', () => {
    for (const file of sourceFiles('src')) {
        const code = file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').trim();
        if (code === '')
            continue;
        const rest = code.replace(/^export (type )?(\*|\{[^}]*\}) from '[^']*'/gm, '').trim();
        assert.notEqual(rest, '', `${file.path} is a barrel`);
    }
});
test('a file of more than 400 lines says why in its first comment', () => {
    for (const file of sourceFiles('src', 'test', 'bench')) {
        const lines = file.text.split('\n').length - 1;
        if (lines <= 400)
            continue;
        const firstComment = /^(#!.*\n)?((\/\/.*\n)+|\/\*[\s\S]*?\*\/)/.exec(file.text)?.[2] ?? '';
        assert.match(firstComment, /\b(long|lines|one file|one place|together)\b/i, `${file.path}: ${lines} lines`);
    }
});
//# sourceMappingURL=file-names.test.js.map