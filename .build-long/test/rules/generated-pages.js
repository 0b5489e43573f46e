// Pages that are made from tables in the sources. Run as a program (npm run docs) it writes them.
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mapJsonSchema } from '../../src/config/map-schema.js';
import { errorTable } from '../../src/errors.js';
import { withLines } from '../reach/page.js';
import { repoRoot } from '../support/root.js';
/** Path below the root to text. */
export function generatedPages() {
    return new Map([
        ['docs/errors.md', errorsPage()],
        ['docs/sql.md', withLines(readFileSync(join(repoRoot, 'docs/sql.md'), 'utf8'))],
        ['config/pgseal.schema.json', `${JSON.stringify(mapJsonSchema(), null, 2)}\n`],
    ]);
}
function errorsPage() {
    const entries = Object.entries(errorTable).sort(([nameA, a], [nameB, b]) => compare(a.sqlstate, b.sqlstate) || compare(nameA, nameB));
    const lines = [
        '# Errors',
        '',
        'Every error that pgseal itself raises, by SQLSTATE. Words in braces stand for names: of a column, a clause, a file.',
        'No message, detail or hint ever holds a value, a key or a literal of a statement. FATAL ends the connection, or the',
        'command; after ERROR the connection lives on. Errors of the server are passed on as they are.',
        '',
        'This page is made from the table in `src/errors.ts` by `npm run docs`.',
    ];
    for (const [name, entry] of entries) {
        lines.push('', `## ${name}`, '', `\`${entry.severity}: ${entry.sqlstate}: ${entry.message}\``, '', entry.explanation);
        if (entry.detail !== undefined)
            lines.push('', `DETAIL: ${entry.detail}`);
        if (entry.hint !== undefined)
            lines.push('', `HINT: ${entry.hint}`);
    }
    return `${lines.join('\n')}\n`;
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
    for (const [path, text] of generatedPages()) {
        mkdirSync(dirname(join(repoRoot, path)), { recursive: true });
        writeFileSync(join(repoRoot, path), text);
    }
}
//# sourceMappingURL=generated-pages.js.map