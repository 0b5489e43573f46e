import { madeLines } from './all-lines.ts'
import type { Arena } from './arena.ts'
import { exampleOf, sqlOf, verdictOf } from './verdict.ts'

/** Sends the example of every line through the proxy: where it is not served or refused as the page says, in words. */
export async function runExamples(arena: Arena): Promise<string[]> {
  const wrong: string[] = []
  await arena.fill(arena.seed, true)
  for (const line of madeLines) {
    if ((line.since ?? 0) * 10_000 > arena.twins.sealed.server.version) continue
    const verdict = verdictOf(line, 'none')
    const outcome = await arena.attempt({ line, numbers: [], mode: 'simple', shown: true })
    const got = outcome.kind === 'refused' ? outcome.name : undefined
    if (outcome.kind === 'disagreed' || outcome.kind === 'crashed') wrong.push(`${line.id}: ${outcome.text}`)
    else if (!ofValues.has(got ?? '') && (got === undefined) !== (verdict === undefined)) {
      wrong.push(
        `${line.id}: the page says ${verdict ?? 'served'}, it was ${got ?? 'served'}: ${exampleOf(line).map(sqlOf).join('; ')}`,
      )
    }
  }
  return wrong
}

/** Refusals of a value, not of the statement, which is served for others. */
const ofValues: ReadonlySet<string> = new Set(['foldNotServed', 'computedNotServed'])
