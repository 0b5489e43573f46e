// An UPDATE of many rows at its Bind: the rows are selected and locked, each gets its own data key, and the client's portal
// is bound to an UPDATE of exactly these rows. All in the client's transaction: where it is the implicit one of the pipeline,
// it lasts until the client's Sync.
import { PgsealError, unreachable } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import type { StatementAudit } from '../observe/audit/statement-audit.ts'
import type { ManyRows, SealedPlan, ServerParameter } from '../sql/plan.ts'
import { writeArray } from '../types/array.ts'
import { defaultValueSettings, type ValueSettings } from '../types/value-settings.ts'
import { encodeBind } from '../wire/bind.ts'
import { encodeClose } from '../wire/close.ts'
import { encodeDescribe } from '../wire/describe.ts'
import { encodeExecute } from '../wire/execute.ts'
import { encodeParse } from '../wire/parse.ts'
import { arrayTypes } from './array-types.ts'
import { auditedRing, beginAudit, countSealed, endAudit } from './auditing.ts'
import { formatOf } from './formats.ts'
import { HiddenCall, Skipped } from './hidden-call.ts'
import type { Link } from './link.ts'
import { ofRow } from './operand-value.ts'
import { type Owed, type OwedKind, owedKind } from './owed-replies.ts'
import { type ClientValues, checkValues, declaredOids, type ServerValues, serverValues } from './parameters.ts'
import type { ManyPortal } from './prepared.ts'
import { asClientValues, assignedRows, newRecordOf, openedCopies, openedRows, readRows, recordOf } from './reseal.ts'
import { type SelectedRow, SelectedRows } from './selected-rows.ts'

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
  const selected = new SelectedRows(many.keyColumns, link.deps.rowsPerStatement, link.deps.memoryPerConnection)
  submitSelect(link, plan, many, declared, others, selected)
  await selected.done
  if (selected.tooMany) throw new PgsealError('tooManyRows', { limit: String(link.deps.rowsPerStatement) })
  if (selected.tooLarge) throw new PgsealError('tooMuchMemory', { limit: String(link.deps.memoryPerConnection) })
  const made = await sealRows({ link, keyRing, plan, many, client, settings, selected })
  countSealed(link.deps.counts, audit, made.sealed, made)
  const update = await updateValues(link, plan, many, declared, selected, others, made)
  if (link.skipping) throw new Skipped()
  hide(link, owedKind.close, encodeClose({ type: 'Close', target: 'statement', name: updateName }))
  const parse = encodeParse({ type: 'Parse', name: updateName, query: many.update, parameterTypes: update.types })
  const owed = hide(link, owedKind.parse, parse)
  if (owed !== undefined) owed.plan = plan
  return {
    values: { ...made, formats: update.formats, values: update.values, constantKey: others.constantKey, audit },
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

/** What one execution works with. */
type Execution = {
  readonly link: Link
  readonly keyRing: KeyRing
  readonly plan: SealedPlan
  readonly many: ManyRows
  readonly client: ClientValues
  readonly settings: ValueSettings
  readonly selected: SelectedRows
}

/** `values`: what is sealed, row by row, first what the statement gives, then what is sealed anew. */
type SealedRows = ServerValues & {
  /** The plan of these values. */
  readonly sealed: SealedPlan
  /** The rows as their new records have them, and types of the columns that were assigned. */
  readonly rows: readonly SelectedRow[]
  readonly assigned: ReadonlyMap<number, number>
}

/** Seals each row under a data key of its own and under the record that its own columns make. */
async function sealRows({ link, keyRing, plan, many, client, settings, selected }: Execution): Promise<SealedRows> {
  const { record, rebind } = many
  const given = plan.parameters.filter((parameter) => parameter.role === 'seal')
  let { found: rows }: { found: readonly SelectedRow[] } = selected
  let values = client
  let assigned: ReadonlyMap<number, number> = new Map()
  let again: readonly (readonly ServerParameter[])[] = []
  if (record !== undefined && rebind !== undefined) {
    const opened = await openedRows(keyRing, record, rebind, rows, settings)
    ;({ client: values, parameters: again } = asClientValues(client, rebind.reseals, opened))
    ;({ rows, types: assigned } = assignedRows(record, rebind, selected.fields, rows, settings))
  }
  if (many.copies !== undefined) {
    const opened = await openedCopies(keyRing, many.copies, rows)
    ;({ client: values, parameters: again } = asClientValues(client, many.copies, opened))
  }
  let firstRead = 0
  if (many.reads.length > 0) {
    const read = await readRows(keyRing, many, selected.found, client, settings)
    firstRead = values.values.length
    values = {
      formats: [...values.values.map((_, index) => formatOf(values.formats, index)), ...read.flat().map(() => 1)],
      values: [...values.values, ...read.flat()],
    }
  }
  const givenTo = (row: number) =>
    given.map((one) => ({ ...one, operand: ofRow(one.operand, firstRead + row * many.reads.length), row }))
  const parameters = rows.flatMap((_, row) => [...givenTo(row), ...(again[row] ?? [])])
  const records = rows.map((_, row) => {
    if (record === undefined) return undefined
    return rebind === undefined ? recordOf(record, row) : newRecordOf(record, rebind, row)
  })
  // What comes from lists of the statement is the client's own.
  const own = many.reads.length > 0 && many.reads.every(({ carried }) => carried !== undefined)
  const clientParameters = own ? values.values.map(() => ({ typeOid: 0, plainAt: -1 })) : plan.clientParameters
  const expanded: SealedPlan = { ...plan, parameters, clientParameters, records, rows: rows.length }
  const seal = () => serverValues(expanded, values, settings, keyRing, rows, link.deps.tokenKeys)
  const made = await (link.clock === undefined ? seal() : link.clock.sealing(seal))
  return { ...made, sealed: expanded, rows, assigned }
}

type UpdateValues = {
  readonly formats: readonly number[]
  readonly types: readonly number[]
  readonly values: readonly (Buffer | null)[]
}

/** Formats, types and values of the UPDATE: arrays with an element a row, and what no row changes. */
async function updateValues(
  link: Link,
  plan: SealedPlan,
  many: ManyRows,
  declared: readonly number[],
  selected: SelectedRows,
  others: ServerValues,
  made: SealedRows,
): Promise<UpdateValues> {
  const sealedAt = sealPositions(plan)
  const again = many.rebind?.reseals ?? many.copies ?? []
  const width = sealedAt.size + again.length
  const places = many.updateParameters.map((place) => {
    switch (place.from) {
      case 'parameter':
        return { type: declared[place.index]!, one: others.values[place.index]!, format: others.formats[place.index]! }
      case 'column': {
        const type = made.assigned.get(place.index) ?? selected.fields[place.index]!.typeOid
        return { type, all: made.rows.map((row) => row[place.index]!) }
      }
      case 'seal':
      case 'reseal': {
        const at = place.from === 'seal' ? sealedAt.get(place.index)! : sealedAt.size + place.index
        const type = place.from === 'seal' ? declared[place.index]! : again[place.index]!.target.physical!.oid
        return { type, all: made.rows.map((_, row) => made.values[row * width + at]!) }
      }
      default:
        return unreachable(place)
    }
  })
  const arrays = await arrayTypes(
    link,
    places.flatMap(({ type, all }) => (all === undefined ? [] : [type])),
  )
  const arrayOf = (type: number): number => {
    const array = arrays.get(type) ?? 0
    if (array !== 0) return array
    const shape = 'a value whose type has no array type'
    throw new PgsealError('updateNotPinned', { column: plan.seals[0]!, shape })
  }
  return {
    formats: places.map(({ format }) => format ?? 1),
    types: places.map(({ type, all }) => (all === undefined ? type : arrayOf(type))),
    values: places.map(({ type, one, all }) => (all === undefined ? one : writeArray(type, all))),
  }
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
