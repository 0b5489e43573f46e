import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repoRoot } from '../support/root.js';
const read = (file) => readFileSync(join(repoRoot, file), 'utf8');
test('docs/operating.md has each metric in its table, and no other', () => {
    const sources = [
        'src/commands/metric-families.ts',
        'src/commands/workers/first-process.ts',
        'src/observe/process-metrics.ts',
    ]
        .map(read)
        .join('\n');
    const made = new Set([...sources.matchAll(/'(pgseal_\w+)'/g)].map(([, name]) => name));
    const rows = read('docs/operating.md').matchAll(/^\| (`pgseal_[^|]+) \|/gm);
    const told = new Set([...rows].flatMap(([, cell]) => [...cell.matchAll(/pgseal_\w+/g)].map(([name]) => name)));
    assert.ok(made.size > 15);
    assert.deepEqual([...told].toSorted(), [...made].toSorted());
});
//# sourceMappingURL=operating.test.js.map