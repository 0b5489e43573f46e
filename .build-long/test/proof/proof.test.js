import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prove as proveEncryptOnly } from './keys-2.js';
import { prove as proveRotation } from './keys-3.js';
import { prove as proveManyRows } from './keys-4.js';
import { prove as proveTampering } from './main-3.js';
import { prove as proveCalls } from './main-6.js';
import { prove as proveRefusals } from './main-7.js';
// main.2 is test/twin/twin.test.ts; main.1, main.4, main.5 and keys.1 need a fresh machine or a quiet one.
const proofs = {
    'keys.3': proveRotation,
    'main.3': proveTampering,
    'main.6': proveCalls,
    'main.7': proveRefusals,
    'keys.2': proveEncryptOnly,
    'keys.4': proveManyRows,
};
for (const [name, prove] of Object.entries(proofs)) {
    test(`${name}, reduced`, async (t) => {
        const figures = [];
        const holds = await prove((line) => figures.push(line), { reduced: true });
        for (const figure of figures)
            t.diagnostic(figure);
        assert.ok(holds, figures.join('\n'));
    });
}
//# sourceMappingURL=proof.test.js.map