// Runs the built tests: every *.test.js beside this file and below, or those whose path contains one of the arguments
// (`npm test -- test/config test/wire/framing`). Ends with 1 when a test failed, 2 when an argument fits no file.
import { readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
const testFolder = dirname(fileURLToPath(import.meta.url));
// `test/config/load`: the form in which files are compared with arguments, which may name the source or the built file.
function comparable(path) {
    return path
        .split(sep)
        .join('/')
        .replace(/^(\.\/)?(dist\/)?/, '')
        .replace(/\.[tj]s$/, '');
}
const all = readdirSync(testFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.js'))
    .map((name) => join(testFolder, name))
    .sort();
const filters = process.argv.slice(2).map(comparable);
const names = new Map(all.map((file) => [file, comparable(relative(dirname(testFolder), file))]));
const unmatched = filters.filter((filter) => !all.some((file) => names.get(file).includes(filter)));
const files = filters.length === 0 ? all : all.filter((file) => filters.some((filter) => names.get(file).includes(filter)));
if (unmatched.length > 0 || files.length === 0) {
    process.stderr.write(`no test file for ${unmatched.length > 0 ? unmatched.join(', ') : testFolder}\n`);
    process.exitCode = 2;
}
else {
    let failed = false;
    let passed = 0;
    const events = run({ files, concurrency: 2 });
    events.on('test:fail', (event) => {
        if (event.todo === undefined || event.todo === false)
            failed = true;
    });
    events.on('test:pass', () => {
        passed++;
    });
    const report = events.compose(new spec());
    report.pipe(process.stdout);
    report.on('end', () => {
        // A run in which no test passed proves nothing.
        process.exitCode = failed || passed === 0 ? 1 : 0;
    });
}
//# sourceMappingURL=run.js.map