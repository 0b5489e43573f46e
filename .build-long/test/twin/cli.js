// For one's own eyes: node dist/test/twin/cli.js [--plain] [--records] [--when-known] [word ...] runs the cases whose name
// contains one of the words. `--records`: every table has a record.
import { readCases } from './case-file.js';
import { figuresText, runAll } from './run-all.js';
import { everyRecord, startTwins } from './twins.js';
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const cases = readCases().filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const hasRecords = process.argv.includes('--records');
const records = hasRecords ? everyRecord : {};
const verify = process.argv.includes('--when-known') ? 'when-known' : 'always';
const twins = await startTwins({ sealed: !process.argv.includes('--plain'), records, verify });
const figures = await runAll(twins, cases, { records: hasRecords });
for (const text of figures.disagreements)
    process.stdout.write(`${text}\n`);
process.stdout.write(`${figuresText(figures)}\n`);
if (process.argv.includes('--log'))
    process.stdout.write(twins.proxy?.output() ?? '');
await twins.stop();
process.exitCode = figures.disagreements.length > 0 ? 1 : 0;
//# sourceMappingURL=cli.js.map