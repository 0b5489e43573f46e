import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseStatements } from '../../src/sql/parsed-text.js';
import { repoRoot } from '../support/root.js';
import { fixtureText } from '../twin/twins.js';
import { allLines, choices, madeLines } from './all-lines.js';
import { Draft } from './draft.js';
import { shareServed, withLines } from './page.js';
import { reachDdl, reachMap } from './schema.js';
import { sqlOf } from './verdict.js';
const page = readFileSync(join(repoRoot, 'docs/sql.md'), 'utf8');
test('the tables of docs/sql.md say what the analysis says (npm run docs writes them)', () => {
    assert.equal(page, withLines(page));
});
test('there are 300 lines or more, each with an id of its own and a test', (t) => {
    const ids = new Set(allLines.map(({ id }) => id));
    assert.equal(ids.size, allLines.length);
    assert.ok(ids.size >= 300, `${ids.size} lines`);
    for (const line of allLines) {
        if (!('testedBy' in line))
            continue;
        assert.ok(existsSync(join(repoRoot, 'test/twin/cases', `${line.testedBy}.sql`)), `${line.id}: ${line.testedBy}`);
    }
    for (const records of ['none', 'always', 'when-known']) {
        const { served, lines } = shareServed(records);
        t.diagnostic(`${records}: ${served} of ${lines} lines served`);
    }
});
test('whatever numbers a statement is made from, it is SQL', () => {
    for (const line of madeLines) {
        for (let seed = 0; seed < 60; seed += 1) {
            const numbers = Array.from({ length: 80 }, (_, at) => (seed * 7919 + at * 104729 + ((seed * at) % 13)) % 251);
            const draft = new Draft(numbers, { ...choices, exact: seed % 2 === 0 });
            const made = line.make(draft);
            for (const one of Array.isArray(made) ? made : [made]) {
                assert.doesNotThrow(() => parseStatements(Buffer.from(sqlOf(one))), `${line.id}: ${sqlOf(one)}`);
            }
        }
    }
});
test('the tables are those of the fixture of the twins', () => {
    assert.ok(fixtureText('schema.sql').includes(reachDdl()));
    assert.ok(fixtureText('map.yaml').includes(reachMap()));
});
//# sourceMappingURL=page.test.js.map