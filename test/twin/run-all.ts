import type { TwinCase } from './case-file.ts'
import { type RecordFigures, recordFiguresText } from './record-judge.ts'
import { runCase } from './run-case.ts'
import type { Twins } from './twins.ts'

export type Figures = {
  readonly cases: number
  readonly casesServed: number
  readonly runs: number
  readonly statements: number
  readonly served: number
  readonly refused: number
  readonly disagreements: readonly string[]
  readonly seconds: number
  /** Of a run in which tables have records. */
  readonly records: RecordFigures | undefined
}

/** Runs cases in all their modes, one after the other. `records`: statements may be refused for the record of a table. */
export async function runAll(
  twins: Twins,
  cases: readonly TwinCase[],
  { records: hasRecords = false } = {},
): Promise<Figures> {
  const records: RecordFigures | undefined = hasRecords ? { refused: new Map(), early: 0 } : undefined
  const started = performance.now()
  const disagreements: string[] = []
  let runs = 0
  let statements = 0
  let served = 0
  let refused = 0
  const major = Math.floor(twins.sealed.server.version / 10_000)
  for (const one of cases) {
    if (one.since > major) continue
    for (const mode of one.modes) {
      const result = await runCase(twins, one, mode, records)
      runs += 1
      statements += result.statements
      served += result.served
      refused += result.refused
      disagreements.push(...result.disagreements)
    }
  }
  return {
    cases: cases.length,
    casesServed: cases.filter((one) => one.expect === 'served').length,
    runs,
    statements,
    served,
    refused,
    disagreements,
    seconds: (performance.now() - started) / 1000,
    records,
  }
}

export function figuresText(figures: Figures): string {
  const records = figures.records === undefined ? '' : `${recordFiguresText(figures.records)}; `
  return (
    `${figures.cases} cases (${figures.casesServed} served) in ${figures.runs} runs: ${figures.statements} statements, ` +
    `${figures.served} served, ${figures.refused} refused by name, ${records}${figures.disagreements.length} disagreements, ` +
    `${figures.seconds.toFixed(1)} s`
  )
}
