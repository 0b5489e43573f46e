// An UPDATE of many rows at its Bind: the rows are selected and locked, each gets its own data key, and the client's portal
// is bound to an UPDATE of exactly these rows. All in the client's transaction: where it is the implicit one of the pipeline,
// it lasts until the client's Sync.
import { PgsealError } from '../errors.ts'
import type { StatementAudit } from '../observe/audit/statement-audit.ts'
import type { ManyRows, RowRecord, SealedPlan, ServerParameter } from '../sql/plan.ts'
import { writeArray } from '../types/array.ts'
import { defaultValueSettings } from '../types/value-settings.ts'
import { encodeBind } from '../wire/bind.ts'
import { encodeClose } from '../wire/close.ts'
import { encodeDescribe } from '../wire/describe.ts'
import { encodeExecute } from '../wire/execute.ts'
import { encodeParse } from '../wire/parse.ts'
import { arrayTypes } from './array-types.ts'
import { auditedRing, beginAudit, countSealed, endAudit } from './auditing.ts'
import { HiddenCall, Skipped } from './hidden-call.ts'
import type { Link } from './link.ts'
import { type Owed, type OwedKind, owedKind } from './owed-replies.ts'
import { type ClientValues, checkValues, declaredOids, type ServerValues, serverValues } from './parameters.ts'
import type { ManyPortal } from './prepared.ts'
import { SelectedRows } from './selected-rows.ts'

const selectName = 'pgseal_rows'
/** The statement that the client's portal is bound to. */
export const updateName = 'pgseal_update'

type Bound = { readonly values: ServerValues; readonly portal: ManyPortal }

/**
 * Selects the rows and prepares `updateName`; the values of its Bind come back. `statement`: the name under which the server
 * has plan.text. Rejects with Skipped where the server failed; throws 54000 for too many rows, and what sealing throws.
 */
export async function selectAndSeal(
  link: Link,
  statement: string,
  plan: SealedPlan,
  many: ManyRows,
  client: ClientValues,
): Promise<Bound> {
  const audit = beginAudit(link, plan)
  try {
    return await audited(link, statement, plan, many, client, audit)
  } catch (error) {
    endAudit(audit, error)
    throw error
  }
}

async function audited(
  link: Link,
  statement: string,
  plan: SealedPlan,
  many: ManyRows,
  client: ClientValues,
  audit: StatementAudit | undefined,
): Promise<Bound> {
  const keyRing = auditedRing(link.deps.keyRing, audit)
  if (plan.usesSettings) await link.settings()
  const settings = link.facts.settings ?? defaultValueSettings
  checkValues(plan, client, settings)
  const others = await serverValues(othersOf(plan), client, settings, keyRing)
  const declared = await declaredTypes(link, statement, plan, many)
  const selected = new SelectedRows(many.keyColumns, link.deps.rowsPerStatement)
  submitSelect(link, plan, many, declared, others, selected)
  await selected.done
  const rows = selected.found
  if (selected.tooMany) throw new PgsealError('tooManyRows', { limit: String(link.deps.rowsPerStatement) })
  const ofRows = sealedOf(plan, many, rows.length)
  const sealed = await serverValues(ofRows, client, settings, keyRing, rows, link.deps.tokenKeys)
  countSealed(audit, ofRows, sealed)
  const oids = many.updateParameters.map(({ from, index }) => {
    return from === 'column' ? selected.fields[index]!.typeOid : declared[index]!
  })
  const arrays = await arrayTypes(
    link,
    oids.filter((_, at) => many.updateParameters[at]!.from !== 'parameter'),
  )
  if (link.skipping) throw new Skipped()
  const sealedAt = sealPositions(plan)
  const formats: number[] = []
  const types: number[] = []
  const values = many.updateParameters.map(({ from, index }, at) => {
    if (from === 'parameter') {
      formats.push(others.formats[index]!)
      types.push(oids[at]!)
      return others.values[index]!
    }
    const array = arrays.get(oids[at]!) ?? 0
    if (array === 0) {
      throw new PgsealError('updateNotPinned', {
        column: plan.seals[0]!,
        shape: 'a value whose type has no array type',
      })
    }
    formats.push(1)
    types.push(array)
    const elements =
      from === 'column'
        ? rows.map((row) => row[index]!)
        : rows.map((_, row) => sealed.values[row * sealedAt.size + sealedAt.get(index)!]!)
    return writeArray(oids[at]!, elements)
  })
  hide(link, owedKind.close, encodeClose({ type: 'Close', target: 'statement', name: updateName }))
  const parse = encodeParse({ type: 'Parse', name: updateName, query: many.update, parameterTypes: types })
  const owed = hide(link, owedKind.parse, parse)
  if (owed !== undefined) owed.plan = plan
  return {
    values: { formats, values, sealedHere: sealed.sealedHere, constantKey: others.constantKey, audit },
    portal: {
      writes: link.writes,
      fields: many.selected.map((at) => (at === undefined ? undefined : selected.fields[at])),
    },
  }
}

/** The plan's parameters that no row changes; sealed ones, whose places are kept, become NULL. */
function othersOf(plan: SealedPlan): SealedPlan {
  const parameters = plan.parameters.map((parameter): ServerParameter => {
    if (parameter.role !== 'seal') return parameter
    const nothing = { ...parameter.operand, source: { from: 'constant', text: null } } as const
    return { ...parameter, operand: nothing }
  })
  return { ...plan, parameters }
}

/** The sealed parameters of `count` rows, row by row, each with the record that its own columns make. */
function sealedOf(plan: SealedPlan, many: ManyRows, count: number): SealedPlan {
  const parameters: ServerParameter[] = []
  const records: (RowRecord | undefined)[] = []
  for (let row = 0; row < count; row += 1) {
    for (const parameter of plan.parameters) if (parameter.role === 'seal') parameters.push({ ...parameter, row })
    records.push(many.record === undefined ? undefined : recordOf(many.record, row))
  }
  return { ...plan, parameters, records, rows: count }
}

function recordOf({ rule, table, columns }: NonNullable<ManyRows['record']>, row: number): RowRecord {
  return { rule, table, values: columns.map((column) => ({ from: 'evaluated', row, column })) }
}

/** For the index of each sealed parameter, its place among those of one row. */
function sealPositions(plan: SealedPlan): ReadonlyMap<number, number> {
  const positions = new Map<number, number>()
  plan.parameters.forEach((parameter, index) => {
    if (parameter.role === 'seal') positions.set(index, positions.size)
  })
  return positions
}

function hide(link: Link, kind: OwedKind, frame: Buffer): Owed | undefined {
  const owed = link.submit(kind, frame)
  if (owed !== undefined) owed.hidden = true
  return owed
}

/** Types of the server's parameters; where the pieces would guess them apart, those of the whole statement. */
async function declaredTypes(
  link: Link,
  statement: string,
  plan: SealedPlan,
  many: ManyRows,
): Promise<readonly number[]> {
  const declared = declaredOids(plan)
  if (!many.asksTypes) return declared
  if (!link.parameterTypes.has(plan)) {
    const owed = hide(
      link,
      owedKind.describeStatement,
      encodeDescribe({ type: 'Describe', target: 'statement', name: statement }),
    )
    if (owed !== undefined) owed.plan = plan
    const described = new HiddenCall()
    const close = hide(link, owedKind.close, encodeClose({ type: 'Close', target: 'portal', name: selectName }))
    if (close === undefined) throw new Skipped()
    close.completes = described
    link.flushServer()
    await described.done
  }
  return link.parameterTypes.get(plan) ?? declared
}

function submitSelect(
  link: Link,
  plan: SealedPlan,
  many: ManyRows,
  declared: readonly number[],
  values: ServerValues,
  selected: SelectedRows,
): void {
  if (link.skipping) throw new Skipped()
  const named = { type: 'Close', name: selectName } as const
  // Each row of the table comes once unless it is joined: one more than may be is enough to know.
  const limit = many.joins ? '' : ` LIMIT ${link.deps.rowsPerStatement + 1}`
  const query = Buffer.concat([many.select, Buffer.from(limit)])
  const parameterTypes = many.selectParameters.map((index) => declared[index]!)
  const bind = encodeBind({
    type: 'Bind',
    portal: selectName,
    statement: selectName,
    parameterFormats: many.selectParameters.map((index) => values.formats[index]!),
    values: many.selectParameters.map((index) => values.values[index]!),
    resultFormats: [1],
  })
  const collects = (owed: Owed | undefined): void => {
    if (owed === undefined) throw new Skipped()
    owed.plan = plan
    owed.collects = selected
  }
  hide(link, owedKind.close, encodeClose({ ...named, target: 'statement' }))
  collects(hide(link, owedKind.parse, encodeParse({ type: 'Parse', name: selectName, query, parameterTypes })))
  collects(hide(link, owedKind.bind, bind))
  collects(
    hide(link, owedKind.describePortal, encodeDescribe({ type: 'Describe', target: 'portal', name: selectName })),
  )
  collects(hide(link, owedKind.execute, encodeExecute({ type: 'Execute', portal: selectName, maxRows: 0 })))
  const last = hide(link, owedKind.close, encodeClose({ ...named, target: 'portal' }))
  if (last !== undefined) last.completes = selected
  link.flushServer()
}
