import type { Database } from '../control/database.ts'
import { readSchemaFacts } from '../control/schema.ts'
import { cleanLeftovers, type Leftover } from './leftovers.ts'
import { dropOldTable, keptOldTables } from './remake/remake.ts'

export type DroppedPlaintext = { readonly tables: readonly string[]; readonly leftovers: readonly Leftover[] }

/**
 * Drops the tables that online jobs have replaced, and cleans the catalogs that hold samples of their columns. Nobody uses
 * these tables, so no client waits. What a catalog could not be cleaned of is given back, and tried again by the next run.
 */
export async function dropPlaintext(database: Database): Promise<DroppedPlaintext> {
  const { names } = await readSchemaFacts(database)
  if (!names.has('remakes')) return { tables: [], leftovers: [] }
  return database.reserve(async (session) => {
    const tables: string[] = []
    for (const remake of await keptOldTables(session)) {
      await dropOldTable(session, remake)
      tables.push(`${remake.schema}.${remake.table}`)
    }
    return { tables, leftovers: await cleanLeftovers(session) }
  })
}
