// npm run test:long -- [--statements N] [--seconds N] [--seed N] [--each N] [--records always|when-known] [--cases FOLDER]
// [line ...]: statements of every line, or of those whose id begins so, on sealed and plain tables. Disagreements are printed
// small and written as case files.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { everyRecord, startTwins } from '../twin/twins.js';
import { Arena } from './arena.js';
import { runCampaign } from './campaign.js';
import { figureLines } from './figures.js';
import { foundCase } from './found-case.js';
const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
        statements: { type: 'string' },
        seconds: { type: 'string' },
        seed: { type: 'string' },
        each: { type: 'string' },
        records: { type: 'string' },
        cases: { type: 'string' },
        lines: { type: 'boolean' },
    },
});
const number = (text) => (text === undefined ? undefined : Number(text));
const seconds = number(values.seconds);
const seed = number(values.seed) ?? Math.floor(Math.random() * 2 ** 31);
const verify = values.records === 'always' || values.records === 'when-known' ? values.records : undefined;
const say = (text) => {
    process.stdout.write(`${text}\n`);
};
say(`seed ${seed}`);
const twins = await startTwins(verify === undefined ? {} : { records: everyRecord, verify });
const arena = new Arena(twins);
let shown = performance.now();
const figures = await runCampaign(arena, {
    seed,
    statements: number(values.statements) ?? (seconds === undefined ? 200_000 : Infinity),
    ...(seconds === undefined ? {} : { seconds }),
    ...(values.each === undefined ? {} : { each: Number(values.each) }),
    ...(positionals.length === 0 ? {} : { only: positionals }),
    progress: (statements) => {
        if (performance.now() - shown < 30_000)
            return;
        shown = performance.now();
        say(`${statements} statements`);
    },
    found: async ({ attempt, outcome, seed: data, path }) => {
        say(`--- ${outcome.kind}: ${attempt.line.id} [${attempt.mode}], rows of seed ${data}, path ${path}\n${outcome.text}`);
        if (values.cases === undefined)
            return;
        const text = await foundCase(arena, { attempt, outcome, seed: data, path });
        if (text === undefined)
            return say('  (not shown by a case of its own)');
        mkdirSync(values.cases, { recursive: true });
        const count = String(readdirSync(values.cases).length + 1).padStart(3, '0');
        const name = `${count}_${attempt.line.id.replaceAll(/\W/g, '_')}.sql`;
        writeFileSync(join(values.cases, name), text);
        say(`  written to ${name}`);
    },
});
for (const line of figureLines(figures, values.lines === true))
    say(line);
arena.disconnect();
await twins.stop();
process.exitCode = figures.found.length > 0 ? 1 : 0;
//# sourceMappingURL=cli.js.map