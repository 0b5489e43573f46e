import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTwins } from '../twin/twins.js';
import { Arena } from './arena.js';
import { runCampaign } from './campaign.js';
import { figureLines } from './figures.js';
let arena;
before(async () => {
    arena = new Arena(await startTwins());
});
after(async () => {
    arena?.disconnect();
    await arena?.twins.stop();
});
const seed = Number(process.env.PGSEAL_SEED ?? 1);
function disagreements(figures) {
    return figures.found.map(({ attempt, outcome, seed: rows, path }) => {
        return `${outcome.kind}: ${attempt.line.id} [${attempt.mode}], rows of seed ${rows}, path ${path}\n${outcome.text}`;
    });
}
test('statements made at random do the same on sealed tables as on plain ones', async (t) => {
    const figures = await runCampaign(arena, { seed, statements: Infinity, seconds: 7 });
    t.diagnostic(`seed ${seed}`);
    for (const line of figureLines(figures))
        t.diagnostic(line);
    assert.deepEqual(disagreements(figures), []);
    assert.ok(figures.statements > 20);
});
test('a statement that answers otherwise is found, and made as small as it gets', async () => {
    const { admin } = arena.twins.plain;
    await admin.rows(`create function public.things_differ() returns trigger language plpgsql as
    $$begin new.p_varchar = 'other'; return new; end$$`);
    await admin.rows('create trigger differ before insert on things for each row execute function things_differ()');
    try {
        const figures = await runCampaign(arena, {
            seed,
            statements: 60,
            only: ['type.text', 'from.columns', 'from.star'],
        });
        assert.ok(figures.found.length > 0);
        for (const { attempt, outcome } of figures.found) {
            assert.equal(outcome.kind, 'disagreed');
            assert.ok(arena.caseOf(attempt).statements[0].sql.length < 80, outcome.text);
        }
    }
    finally {
        await admin.rows('drop function things_differ() cascade');
    }
});
//# sourceMappingURL=generated.test.js.map