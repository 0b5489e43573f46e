// The tour of README.md, statement by statement, before an instance of `npm start`.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { repoRoot } from '../support/root.js';
import { printed, startPgseal } from '../support/run-pgseal.js';
const page = readFileSync(join(repoRoot, 'README.md'), 'utf8');
const tour = /^## A tour .*?(?=^## )/ms.exec(page)[0];
const block = (start) => new RegExp(`${start.source}\\n(.*?)^\`\`\``, 'ms').exec(tour)[1];
const statements = block(/^```sql/)
    .trim()
    .split('\n');
describe('the tour of README.md', () => {
    const above = mkdtempSync(join(tmpdir(), 'pgseal-tour-'));
    let child;
    let cluster = '';
    let proxy;
    let database;
    before(async () => {
        child = startPgseal(['dev', '--folder', join(above, '.pgseal')]);
        const lines = [/^ {2}through pgseal +(\S+)$/, /^ {2}the database +(\S+)$/, /^The database is kept in (.+)$/];
        const [proxyUrl, databaseUrl, kept] = await printed(child, ...lines);
        cluster = kept[1];
        proxy = new pg.Client({ connectionString: proxyUrl[1] });
        database = new pg.Client({ connectionString: databaseUrl[1] });
        await proxy.connect();
        await database.connect();
    });
    after(async () => {
        await proxy?.end();
        await database?.end();
        if (child.exitCode === null && child.signalCode === null) {
            const exited = once(child, 'exit');
            child.kill('SIGTERM');
            await exited;
        }
        for (const path of [cluster, above])
            if (path !== '')
                rmSync(path, { recursive: true, force: true });
    });
    test('shows what it says it shows', async () => {
        const born = { getTypeParser: () => (text) => String(text) };
        const served = [];
        for (const text of statements.slice(0, -1)) {
            const { command, rowCount, rows } = await proxy.query({ text, types: born });
            served.push([command, rowCount, ...rows]);
        }
        assert.deepEqual(served, [
            ['INSERT', 1, { id: '3', email: 'alan@example.com' }],
            ['SELECT', 1, { name: 'Ada', email: 'ada@example.com', born: '1815-12-10' }],
            ['UPDATE', 1],
            ['SELECT', 1, { count: '2' }],
        ]);
    });
    test('is refused in the words it gives', async () => {
        const text = statements.at(-1);
        const refused = await proxy.query(text).catch((error) => error);
        assert.ok(refused instanceof pg.DatabaseError);
        const { severity, message, detail, hint, position } = refused;
        // As psql prints an error that has a position.
        const caret = `${' '.repeat('LINE 1: '.length + Number(position) - 1)}^`;
        const shown = [`${severity}:  ${message}`, `LINE 1: ${text}`, caret, `DETAIL:  ${detail}`, `HINT:  ${hint}`];
        assert.equal(block(/^```(?=\nERROR)/), `${shown.join('\n')}\n`);
    });
    test('meets sealed values and a type that takes no plaintext on the other side', async () => {
        const [select, insert] = [...tour.matchAll(/`((?:select|insert) [^`]+)`/g)].map(([, text]) => text);
        for (const { email } of (await database.query(select)).rows) {
            assert.match(email, /^\(1,"\\\\x0101[0-9a-f]+","\\\\x[0-9a-f]{32}"\)$/);
        }
        await assert.rejects(database.query(insert), { code: '22P02' });
    });
});
//# sourceMappingURL=tour.test.js.map