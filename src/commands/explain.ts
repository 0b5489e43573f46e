import type { Catalog } from '../catalog/catalog.ts'
import { Counts } from '../observe/counts.ts'
import { createLog } from '../observe/log.ts'
import type { ParsedStatement } from '../sql/analysis.ts'
import { describePlan } from '../sql/describe-plan.ts'
import { loadMap } from './load-map.ts'
import { startSealing } from './sealing.ts'

export type ExplainOptions = {
  readonly config: string
  readonly insecureTestKey: boolean
  /** Database user; absent: one that the map does not name. */
  readonly user?: string
}

/** Prints what would be done with each statement of `sql`. Nothing is executed, sealed or opened. */
export async function explain(sql: string, options: ExplainOptions): Promise<void> {
  const config = await loadMap(options.config, options)
  if (config.tables.length === 0) {
    process.stdout.write('passed on as it is: the map names no table\n')
    return
  }
  const sealing = await startSealing(config, createLog('error'), new Counts(), 0)
  try {
    const user = options.user ?? 'public'
    const { parse, analyze, catalog, access } = sealing.dependencies(createLog('silent').connection(0), user)
    const plans = parse(Buffer.from(sql)).statements.map((statement) => {
      const names = resolvedNames(statement, catalog())
      return analyze({
        statement,
        catalog: catalog(),
        names,
        declaredOids: [],
        mode: config.mode,
        access,
        currentSchema: 'public',
      })
    })
    process.stdout.write(plans.map((plan) => `${describePlan(plan).join('\n')}\n`).join('\n'))
  } finally {
    await sealing.close()
  }
}

// No client is there whose search path could decide: schema public, else the only table of that name.
function resolvedNames(statement: ParsedStatement, catalog: Catalog): Map<string, number> {
  return new Map(
    statement.names.map((name) => {
      const found = catalog.relationNamed('public', name) ?? only(catalog.relationsNamed(name))
      return [name, found?.oid ?? 0]
    }),
  )
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}
