import { PgsealError } from '../errors.ts'
import type { AnalysisInput } from './analysis.ts'
import { text, walk } from './walk.ts'

/** `relevant`: the statement may touch a sealed column. `unknown`: it names a relation that the catalog does not know. */
export type Touched = { readonly relevant: boolean; readonly unknown: boolean }

/** A quick look at every relation name in the tree; what a relevant name means in its place is for the analysis. */
export function touchedRelations(input: AnalysisInput, node: unknown): Touched {
  const { catalog } = input
  const ctes = new Set<string>()
  const bare = new Set<string>()
  let relevant = false
  let unknown = false
  walk(node, (tag, fields) => {
    // FOR UPDATE OF names items of FROM.
    if (tag === 'LockingClause') return false
    if (tag === 'CommonTableExpr') ctes.add(text(fields.ctename))
    if (tag !== 'RangeVar') return undefined
    const schema = text(fields.schemaname)
    if (schema === '') {
      bare.add(text(fields.relname))
    } else if (schema !== 'pg_catalog' && schema !== 'information_schema') {
      const relation = catalog.relationNamed(schema, text(fields.relname))
      relevant ||= relation?.relevant === true
      unknown ||= relation === undefined
    }
    return undefined
  })
  for (const name of bare) {
    relevant ||= bareIsRelevant(input, name)
    unknown ||= !ctes.has(name) && catalog.relationsNamed(name).length === 0
  }
  return { relevant, unknown }
}

/** False only where the name surely means a relation without sealed columns, and may. */
function bareIsRelevant(input: AnalysisInput, name: string): boolean {
  const { catalog, names } = input
  const oid = names.get(name)
  if (oid === undefined) return catalog.relevantNames.has(name)
  if (oid === 0) return false
  const relation = catalog.relation(oid)
  if (relation?.relevant === true) return true
  return catalog.mappedTables.some((entry) => entry.name === name && !entry.allowShadow && entry.relation?.oid !== oid)
}

/**
 * Refuses, as the server would, a statement that names a mapped table which does not exist: were it passed on for the
 * server's error, values meant for sealed columns would be in its log, or reach the table that was made meanwhile.
 */
export function refuseAbsent(input: AnalysisInput, node: unknown): void {
  const { catalog, names } = input
  const ctes = new Set<string>()
  const absent = new Set<string>()
  walk(node, (tag, fields) => {
    if (tag === 'LockingClause') return false
    if (tag === 'CommonTableExpr') ctes.add(text(fields.ctename))
    if (tag !== 'RangeVar') return undefined
    const name = text(fields.relname)
    const schema = text(fields.schemaname)
    const entry = catalog.mappedTables.find((one) => one.name === name && (schema === '' || one.schema === schema))
    if (entry === undefined) return undefined
    if (schema === '' ? names.get(name) === 0 : entry.relation === undefined)
      absent.add(schema === '' ? name : `${schema}.${name}`)
    return undefined
  })
  for (const name of absent) if (!ctes.has(name)) throw new PgsealError('missingRelation', { name })
}
