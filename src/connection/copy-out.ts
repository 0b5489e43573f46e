// COPY TO of sealed columns: the rows of a SELECT, opened, and given to the client as copy data (A78).
import type { CopyOptions } from '../sql/copy-options.ts'
import type { CopyOut, Plan, SealedPlan } from '../sql/plan.ts'
import { encodeCommandComplete } from '../wire/command-complete.ts'
import { encodeCopyDone } from '../wire/copy-done.ts'
import { encodeCopyOutResponse } from '../wire/copy-out-response.ts'
import { CopyRowWriter } from '../wire/copy-row-writer.ts'
import { encodeNoData } from '../wire/no-data.ts'
import type { FieldDescription } from '../wire/row-description.ts'
import type { Link } from './link.ts'
import type { Owed } from './owed-replies.ts'

/** Names of the columns of each plan, as the server described them. Keyed by plan, which lives no longer than its catalog. */
const columnNames = new WeakMap<Plan, readonly string[]>()

export function isCopyOut(plan: Plan | undefined): plan is SealedPlan & { copy: CopyOut } {
  return plan?.kind === 'sealed' && plan.copy?.direction === 'out'
}

/** In which formats the server is to send plain columns: all in one. */
export function copyFormats({ copy }: SealedPlan): readonly number[] {
  return copy?.direction === 'out' && copy.options.format === 'binary' ? [1] : []
}

/** The columns that the query of a COPY gives were described and are those of the plan: COPY itself is described as no rows. */
export function describeCopy(link: Link, owed: Owed, plan: SealedPlan, fields: readonly FieldDescription[]): void {
  columnNames.set(
    plan,
    fields.filter((_, at) => !plan.hidden.includes(at)).map(({ name }) => name.toString('utf8')),
  )
  if (!owed.hidden && !owed.quiet) link.toClient.pass(encodeNoData())
}

/** The first row, or the end of the result, is at hand: the client is told that copy data follow. */
export function beginCopyOut(link: Link, owed: Owed): void {
  const { plan } = owed
  if (owed.copyBegun || !isCopyOut(plan) || link.failing) return
  owed.copyBegun = true
  const { options } = plan.copy
  const names = columnNames.get(plan) ?? []
  link.sendRows()
  const format = options.format === 'binary' ? 1 : 0
  const columnFormats = names.map(() => format)
  link.toClient.pass(encodeCopyOutResponse({ type: 'CopyOutResponse', format, columnFormats }))
  link.rows = new CopyRowWriter({ ...styleOf(options, names) }, names.length)
}

function styleOf(options: CopyOptions, names: readonly string[]): ConstructorParameters<typeof CopyRowWriter>[0] {
  const { format, delimiter, quote, escaping, nullText, forceQuote, header } = options
  const forced = names.map((name) => forceQuote === '*' || forceQuote.includes(name))
  return { format, delimiter, quote, escaping, nullText, forced, header: header === 'none' ? undefined : names }
}

/** All rows are written: what follows them. Gives the CommandComplete of the COPY. */
export function endCopyOut(link: Link, owed: Owed): Buffer {
  beginCopyOut(link, owed)
  let rows = 0
  if (link.rows instanceof CopyRowWriter) {
    link.rows.finish()
    rows = link.rows.rows
  }
  return encodeCommandComplete({ type: 'CommandComplete', tag: `COPY ${rows}` })
}

/** After the last bytes of the copy were sent, or dropped. */
export function leaveCopyOut(link: Link): void {
  link.rows = link.dataRows
}

export const copyDoneFrame = encodeCopyDone()
