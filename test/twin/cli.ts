// For one's own eyes: node dist/test/twin/cli.js [--plain] [--records] [word ...] runs the cases whose name contains one of the words.
import { readCases } from './case-file.ts'
import { figuresText, runAll } from './run-all.ts'
import { everyRecord, startTwins } from './twins.ts'

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const cases = readCases().filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
const records = process.argv.includes('--records') ? everyRecord : {}
const twins = await startTwins({ sealed: !process.argv.includes('--plain'), records })
const figures = await runAll(twins, cases)
for (const text of figures.disagreements) process.stdout.write(`${text}\n`)
process.stdout.write(`${figuresText(figures)}\n`)
if (process.argv.includes('--log')) process.stdout.write(twins.proxy?.output() ?? '')
await twins.stop()
process.exitCode = figures.disagreements.length > 0 ? 1 : 0
