import type { UnsealReport } from '../jobs/unseal.ts'
import type { UnsealPlan } from '../jobs/unseal-plan.ts'

/** What `unseal` would do, in lines for the operator. */
export function unsealPlanText(plan: UnsealPlan, dropSchema: boolean, online = false): string {
  const lines: string[] = []
  for (const { table, columns, indexes } of plan.tables) {
    lines.push(`table ${table.mapName}`)
    for (const { column, action, obstacles, notes } of columns) {
      lines.push(`  ${column.name}: ${action === 'unseal' && online ? opened : words[action]}`)
      for (const { what, hint } of obstacles) lines.push(`    ${what}`, `      ${hint}`)
      if (action === 'unseal') for (const note of notes) lines.push(`    note: ${note}`)
    }
    for (const index of indexes)
      lines.push(`  index ${index}: is made anew over the column, or dropped where it came with the seal`)
  }
  for (const { label, columnName, tableName } of plan.unmapped) {
    lines.push(
      `${label}: is sealed, and the map does not name it`,
      `    Name column "${columnName}" of ${tableName} again.`,
    )
  }
  if (dropSchema && plan.schema) lines.push('schema pgseal: is dropped with all keys in it')
  if (!plan.workLeft && !(dropSchema && plan.schema)) lines.push('Nothing is left to do.')
  return `${lines.join('\n')}\n`
}

const opened = 'its values are opened into a new table, while clients go on'
const words = {
  none: 'is not sealed',
  unseal: 'its values are opened and stored as they are, under an exclusive lock',
  refuse: 'cannot be unsealed',
} as const

/** What `unseal` did. */
export function unsealReportText({ columns, complete, schemaDropped }: UnsealReport): string {
  const lines: string[] = []
  for (const { label, outcome, rows, obstacles } of columns) {
    lines.push(`${label}: ${outcome}${outcome === 'unsealed' ? ` (${rows} ${rows === 1 ? 'row' : 'rows'})` : ''}`)
    for (const { what, hint } of obstacles) lines.push(`  ${what}`, `    ${hint}`)
  }
  if (schemaDropped) lines.push('schema pgseal: dropped')
  lines.push(complete ? 'Done.' : 'Some columns are still sealed.')
  return `${lines.join('\n')}\n`
}
