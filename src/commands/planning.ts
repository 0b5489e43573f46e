// Plans without a client: what explain and check ask. Nothing is executed, sealed or opened.
import type { Catalog } from '../catalog/catalog.ts'
import type { Config } from '../config/config.ts'
import { Counts } from '../observe/counts.ts'
import { createLog } from '../observe/log.ts'
import type { ParsedStatement } from '../sql/analysis.ts'
import type { Plan } from '../sql/plan.ts'
import type { Sealing } from './sealing.ts'
import { startSealing } from './sealing.ts'

export type Planning = {
  /** Throws PgsealError for a text that does not parse. */
  parse(text: Buffer): readonly ParsedStatement[]
  plan(statement: ParsedStatement): Plan
  readonly sealing: Sealing
  close(): Promise<void>
}

/** For a database user, or one that the map's roles do not name. The map names at least one table. */
export async function startPlanning(config: Config, user = 'public'): Promise<Planning> {
  const sealing = await startSealing(config, createLog('error'), new Counts(), { interval: 0 })
  const { parse, analyze, catalog, access } = sealing.dependencies(createLog('silent').connection(0), user)
  return {
    sealing,
    parse: (text) => parse(text).statements,
    plan: (statement) =>
      analyze({
        statement,
        catalog: catalog(),
        names: resolvedNames(statement, catalog()),
        declaredOids: [],
        mode: config.mode,
        access,
        currentSchema: 'public',
      }),
    close: () => sealing.close(),
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
