// Columns that stand in a table's `record`: what is written there is bound into the sealed values of the row.
import type { Catalog, RecordRule, Relation } from '../catalog/catalog.ts'
import type { Context } from './context.ts'
import { parseStatements } from './parsed-text.ts'
import { refuse } from './refusal.ts'
import type { Target } from './target.ts'
import type { ColumnValue } from './value.ts'
import { text, walk } from './walk.ts'

/**
 * Refuses SET of a column of the target's record. Which column of the table a view's column is, is the view's to say: where
 * a table below it has a record, no column is set through it.
 */
export function refuseRecordColumn(
  context: Context,
  target: Target,
  column: ColumnValue,
  location: number | undefined,
): void {
  const { relation } = target
  if (relation === undefined || !relation.relevant) return
  const isView = relation.kind === 'v'
  const rule = isView ? ruleBelow(context.analysis.input.catalog, relation) : relation.record
  if (rule === undefined || !(isView || rule.columns.some(({ attnum }) => attnum === column.attnum))) return
  const table = `${relation.schema}.${relation.name}`
  refuse(context.analysis, 'recordColumnSet', { column: column.name, table, template: rule.template }, location)
}

/** The first record of a table that a view reads, through other views too. */
function ruleBelow(catalog: Catalog, view: Relation, seen: ReadonlySet<number> = new Set()): RecordRule | undefined {
  if (view.viewDefinition === undefined || seen.has(view.oid)) return undefined
  let rule: RecordRule | undefined
  // Its text is the server's own, with every name qualified.
  walk(parseStatements(Buffer.from(view.viewDefinition)).statements[0]?.parse, (tag, fields) => {
    if (tag !== 'RangeVar') return undefined
    const below = catalog.relationNamed(text(fields.schemaname), text(fields.relname))
    rule ??= below?.kind === 'v' ? ruleBelow(catalog, below, new Set([...seen, view.oid])) : below?.record
    return undefined
  })
  return rule
}
