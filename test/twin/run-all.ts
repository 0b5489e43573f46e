import type { TwinCase } from './case-file.ts'
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
}

/** Runs cases in all their modes, one after the other. */
export async function runAll(
  twins: Twins,
  cases: readonly TwinCase[],
  report?: (one: TwinCase, disagreements: readonly string[]) => void,
): Promise<Figures> {
  const started = performance.now()
  const disagreements: string[] = []
  let runs = 0
  let statements = 0
  let served = 0
  let refused = 0
  const major = Math.floor(twins.sealed.server.version / 10_000)
  for (const one of cases) {
    if (one.since > major) continue
    const own: string[] = []
    for (const mode of one.modes) {
      const result = await runCase(twins, one, mode)
      runs += 1
      statements += result.statements
      served += result.served
      refused += result.refused
      own.push(...result.disagreements)
    }
    report?.(one, own)
    disagreements.push(...own)
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
  }
}

export function figuresText(figures: Figures): string {
  return (
    `${figures.cases} cases (${figures.casesServed} served) in ${figures.runs} runs: ${figures.statements} statements, ` +
    `${figures.served} served, ${figures.refused} refused by name, ${figures.disagreements.length} disagreements, ` +
    `${figures.seconds.toFixed(1)} s`
  )
}
