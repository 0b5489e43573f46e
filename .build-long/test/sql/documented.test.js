// The examples of docs/sql.md are served and refused as the page says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repoRoot } from '../support/root.js';
import { planOf } from './vectors.js';
const page = readFileSync(join(repoRoot, 'docs/sql.md'), 'utf8');
for (const [, verdict, block] of page.matchAll(/^```sql (served|refused)\n(.*?)^```/gms)) {
    for (const sql of block.trim().split('\n')) {
        test(`docs/sql.md: ${verdict}: ${sql}`, () => {
            const plan = planOf({ file: 'docs/sql.md', name: sql, header: [], sql, expected: [] });
            if (verdict === 'refused') {
                assert.ok(plan.kind === 'refused');
                assert.match(plan.error.sqlstate, /^(0A000|42501|42804|42883)$/);
            }
            else {
                assert.notEqual(plan.kind, 'refused', plan.kind === 'refused' ? plan.error.message : '');
            }
        });
    }
}
//# sourceMappingURL=documented.test.js.map