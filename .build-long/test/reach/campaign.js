// Statements of every line, made by fast-check, until a number of them or a time is reached.
import fc from 'fast-check';
import { madeLines } from './all-lines.js';
import { weights } from './weights.js';
const chunk = 400;
const numbersOf = fc.uint8Array({ minLength: 72, maxLength: 72 });
const modes = ['simple', 'text', 'binary', 'paged', 'batch', 'pipeline'];
export async function runCampaign(arena, options) {
    const lines = madeLines.filter(({ id, since }) => (options.only ?? ['']).some((start) => id.startsWith(start)) &&
        (since ?? 0) * 10_000 <= arena.twins.sealed.server.version);
    const figures = {
        statements: 0,
        lines: new Map(lines.map(({ id }) => [id, { runs: 0, served: 0, failed: 0, refused: new Map() }])),
        refused: new Map(),
        found: [],
        again: 0,
    };
    const known = new Set();
    const ends = options.seconds === undefined ? Infinity : performance.now() + options.seconds * 1000;
    const weighted = lines.flatMap((line) => Array.from({ length: Math.round(10 * weightOf(line)) }, () => line));
    for (let round = 0; performance.now() < ends; round += 1) {
        const short = lines.filter(({ id }) => figures.lines.get(id).runs < (options.each ?? 0));
        const left = options.statements - figures.statements;
        if (left <= 0 && short.length === 0)
            break;
        await arena.fill(options.seed + round, round % 2 === 0);
        // What is still missing comes last, when chance alone has not brought it.
        const choices = left <= 0 ? short : weighted;
        let runs = left <= 0 ? Math.min(chunk, 50 * short.length) : Math.min(chunk, left);
        while (runs > 0)
            runs -= await runChunk(arena, { choices, runs, seed: options.seed + round * 31, ends }, figures, known, options);
        await options.progress?.(figures.statements);
    }
    return figures;
}
/** Runs until the first new disagreement, or all; gives how many were run. */
async function runChunk(arena, { choices, runs, seed, ends }, figures, known, options) {
    const attempts = fc.record({
        line: fc.noShrink(fc.constantFrom(...choices)),
        numbers: fc.noBias(numbersOf),
        mode: fc.constantFrom(...modes),
    });
    let tried = 0;
    let failure;
    const property = fc.asyncProperty(attempts, async (attempt) => {
        if (performance.now() > ends)
            return;
        const outcome = await arena.attempt(attempt);
        if (failure === undefined) {
            tried += 1;
            count(figures, outcome);
        }
        if (outcome.kind !== 'disagreed' && outcome.kind !== 'crashed')
            return;
        const signature = outcome.name.startsWith('error ') ? outcome.name : `${attempt.line.id} ${outcome.name}`;
        if (known.has(signature)) {
            figures.again += 1;
            return;
        }
        // While it is made smaller it must stay the same disagreement.
        if (failure !== undefined && failure.signature !== signature)
            return;
        failure = { signature, outcome };
        throw new Error(outcome.text);
    });
    const details = await fc.check(property, { seed: seed + runs, numRuns: runs });
    if (failure === undefined || !details.failed || details.counterexample === null)
        return runs;
    known.add(failure.signature);
    const found = {
        attempt: details.counterexample[0],
        outcome: failure.outcome,
        seed: arena.seed,
        path: details.counterexamplePath ?? '',
    };
    figures.found.push(found);
    await options.found?.(found);
    return Math.max(tried, 1);
}
function weightOf({ id }) {
    return weights[id] ?? weights[id.split('.')[0]] ?? 1;
}
function count(figures, outcome) {
    figures.statements += 1;
    for (const id of outcome.lines) {
        const line = figures.lines.get(id);
        if (line === undefined)
            continue;
        line.runs += 1;
        if (outcome.kind === 'agreed')
            line.served += 1;
        if (outcome.kind === 'failed')
            line.failed += 1;
        if (outcome.kind === 'refused')
            line.refused.set(outcome.name, (line.refused.get(outcome.name) ?? 0) + 1);
    }
    if (outcome.kind === 'refused')
        figures.refused.set(outcome.name, (figures.refused.get(outcome.name) ?? 0) + 1);
}
//# sourceMappingURL=campaign.js.map