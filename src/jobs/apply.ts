import { indexGroupOf, termsOf } from '../catalog/mapped-column.ts'
import { bindingText } from '../catalog/record-rule.ts'
import type { MappedTable } from '../config/config.ts'
import {
  forgetColumn,
  type RegisteredColumn,
  readRegisteredColumns,
  registerColumn,
} from '../control/column-registry.ts'
import type { Database, HeldSession, Session } from '../control/database.ts'
import { physicalTypeName } from '../control/physical-type.ts'
import { quoteIdent, quoteName } from '../control/quote.ts'
import { controlGrants } from '../control/schema.ts'
import { PgsealError } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { alone } from './alone.ts'
import {
  type ApplyPlan,
  type ColumnPlan,
  indexTerms,
  planApply,
  planTable,
  type TablePlan,
  typeOf,
} from './apply-plan.ts'
import { carriedIndexes, orderIndexes } from './carry-index.ts'
import { type BeforeSealing, readBefore, rememberBefore } from './column-before.ts'
import { inTransaction } from './in-transaction.ts'
import { cleanLeftovers, type Leftover, noteLeftovers } from './leftovers.ts'
import type { Obstacle } from './obstacles.ts'
import { finishRemakes, giveUpOthers, giveUpRemake, helpRemake, type RemakeProgress } from './remake/remake.ts'
import { type OnlineOptions, sealChange, sealOnline, type TableToSeal } from './seal-online.ts'
import { type ColumnToSeal, dropStage, stageRows } from './seal-rows.ts'

export type ApplyOptions = {
  /** A login with DDL rights: owner of the tables, CREATE on the database. */
  readonly admin: Database
  /** The control login, when it is not the same: it gets what `serve` needs of schema pgseal. */
  readonly controlRole: string | undefined
  readonly tables: readonly MappedTable[]
  /** Its key store may write to the same database: schema pgseal is committed before it is asked. */
  readonly keyRing: KeyRing
  readonly onProgress?: (progress: ApplyProgress) => void
  /** Tables are sealed while clients use them; else each is locked for as long as it takes. */
  readonly online?: OnlineOptions | undefined
}

/** `total` is -1 where the server does not know it; `phase` seal counts rows, the others say what begins. */
export type ApplyProgress = {
  readonly phase: 'schema' | 'seal' | 'rewrite' | 'clean' | RemakeProgress['phase']
  readonly table: string
  readonly rows: number
  readonly total: number
  readonly why?: string
}

export type ApplyReport = {
  /** What was asked for, as it was planned before anything was done. */
  readonly plan: ApplyPlan
  readonly columns: readonly ColumnReport[]
  /** Old plaintext that this login could not clean away. */
  readonly leftovers: readonly Leftover[]
  /** False when a column was refused, or old plaintext is left. */
  readonly complete: boolean
}

export type ColumnReport = {
  readonly label: string
  /** stopped: the job was interrupted, and the next run goes on. */
  readonly outcome: 'unchanged' | 'prepared' | 'registered' | 'sealed' | 'forgotten' | 'refused' | 'stopped'
  readonly rows: number
  /** The table as it was is kept beside the sealed one. */
  readonly online: boolean
  readonly obstacles: readonly Obstacle[]
  readonly notes: readonly string[]
}

/**
 * Makes the database what the map asks for. Running it again does nothing; a run that was interrupted is taken up by the next
 * one, since each table is one transaction. Rejects with PgsealError applyRunning, applyDenied, what the key ring says, or
 * the server's own error; tables that were sealed before that stay sealed.
 */
export async function apply(options: ApplyOptions): Promise<ApplyReport> {
  try {
    return await alone(options.admin, (session) => applyLocked(session, options))
  } catch (error) {
    throw asApplyError(error)
  }
}

async function applyLocked(session: HeldSession, options: ApplyOptions): Promise<ApplyReport> {
  const { tables, onProgress } = options
  const plan = await planApply(session, tables, options.online !== undefined)
  onProgress?.({ phase: 'schema', table: '', rows: 0, total: -1 })
  await inTransaction(session, async () => {
    for (const statement of plan.schema) await session.query(statement)
    if (options.controlRole !== undefined) {
      for (const statement of controlGrants(options.controlRole)) await session.query(statement)
    }
    for (const label of plan.forgotten) await forgetColumn(session, label)
  })
  await finishRemakes(session)
  await giveUpOthers(session, new Set(tables.flatMap(({ columns }) => columns.map(({ label }) => label))))
  const reports: ColumnReport[] = plan.forgotten.map((label) => report(label, 'forgotten'))
  for (const { label, obstacle } of plan.orphans) reports.push({ ...report(label, 'refused'), obstacles: [obstacle] })
  for (const table of plan.tables) {
    reports.push(...(await applyTable(session, options, table)))
  }
  onProgress?.({ phase: 'clean', table: '', rows: 0, total: -1 })
  const leftovers = await cleanLeftovers(session)
  return {
    plan,
    columns: reports,
    leftovers,
    complete: leftovers.length === 0 && reports.every(({ outcome }) => outcome !== 'refused' && outcome !== 'stopped'),
  }
}

async function applyTable(session: HeldSession, options: ApplyOptions, planned: TablePlan): Promise<ColumnReport[]> {
  const { table } = planned
  const toSeal = planned.columns.filter(({ action }) => action === 'seal')
  if (options.online !== undefined && toSeal.length > 0) {
    const others = { ...planned, columns: planned.columns.filter(({ action }) => action !== 'seal') }
    const reports = await applyTable(session, options, others)
    return [...reports, ...(await applyOnline(session, options, options.online, planned))]
  }
  if (toSeal.length > 0) await giveUpRemake(session, planned.facts!.oid)
  if (planned.columns.every(({ action, addCheck }) => !addCheck && (action === 'none' || action === 'refuse'))) {
    return planned.columns.map((column) => reportOf(column, 0))
  }
  // Before the transaction: index keys are written by the key store's own connection.
  const indexKeys = await obtainIndexKeys(options, planned)
  const done = await inTransaction(session, async () => {
    const name = quoteName(table.schema, table.name)
    const rewrites = planned.columns.some(({ action, addCheck }) => action === 'seal' || addCheck)
    if (planned.facts !== undefined && rewrites) await session.query(`lock table ${name} in access exclusive mode`)
    // Under the lock nothing changes any more, so this plan is the one that counts.
    const labels = new Set(planned.columns.map(({ column }) => column.label))
    const now = await planTable(session, table, await readRegisteredColumns(session))
    const plan = { ...now, columns: now.columns.filter(({ column }) => labels.has(column.label)) }
    const sealing = plan.columns.filter(({ action }) => action === 'seal')
    let rows = 0
    let before: BeforeSealing | undefined
    if (sealing.length > 0) {
      await noteLeftovers(
        session,
        sealing.some(({ place }) => place!.hasMissing),
      )
      before = await readBefore(
        session,
        plan.facts!,
        sealing.map(({ column }) => column.name),
      )
      rows = await sealInPlace(session, options, plan, sealing, indexKeys)
    }
    const checks = plan.columns.filter(({ addCheck }) => addCheck)
    if (checks.length > 0) await session.query(`alter table ${name} ${checks.map(checkClause).join(', ')}`)
    for (const column of plan.columns) {
      if (column.action === 'none' || column.action === 'refuse') continue
      await registerColumn(session, registration(plan, column, indexKeys.get(column.column.label)))
    }
    if (before !== undefined)
      await rememberBefore(
        session,
        before,
        table,
        sealing.map(({ column }) => column),
      )
    return plan.columns.map((column) => reportOf(column, column.action === 'seal' ? rows : 0))
  })
  if (done.some(({ outcome }) => outcome === 'sealed')) {
    await session.query(`analyze ${quoteName(table.schema, table.name)}`)
  }
  return done
}

async function obtainIndexKeys({ keyRing }: ApplyOptions, { columns }: TablePlan): Promise<Map<string, string>> {
  const indexKeys = new Map<string, string>()
  for (const { column, action } of columns) {
    if (action === 'none' || action === 'refuse' || termsOf(column).length === 0) continue
    indexKeys.set(column.label, await keyRing.obtainIndexKey(column.namedKey, indexGroupOf(column)))
  }
  return indexKeys
}

async function applyOnline(
  session: HeldSession,
  options: ApplyOptions,
  online: OnlineOptions,
  plan: TablePlan,
): Promise<ColumnReport[]> {
  const toSeal = plan.columns.filter(({ action }) => action === 'seal')
  const report = await sealOnline(
    session,
    {
      database: options.admin,
      keyRing: options.keyRing,
      online,
      onProgress: (progress) => options.onProgress?.({ table: plan.table.mapName, ...progress }),
    },
    await targetOnline(options, plan),
  )
  return toSeal.map((column) => ({
    ...reportOf(column, report.rows),
    online: true,
    outcome: report.outcome === 'done' ? ('sealed' as const) : ('stopped' as const),
  }))
}

async function targetOnline(options: ApplyOptions, plan: TablePlan): Promise<TableToSeal> {
  const indexKeys = await obtainIndexKeys(options, plan)
  const columns = plan.columns
    .filter(({ action }) => action === 'seal')
    .map((column) => ({
      toSeal: columnToSeal(column, indexKeys),
      registration: registration(plan, column, indexKeys.get(column.column.label)),
    }))
  const bound = { table: contextTable(plan), record: plan.record }
  return { table: plan.table, relation: plan.facts!.oid, bound, columns }
}

/**
 * Takes part in the copying and verifying of online jobs that another run of apply, on whatever machine, is at. Resolves when
 * none needs workers, with the number of rows done here.
 */
export async function assist(options: ApplyOptions, online: OnlineOptions): Promise<number> {
  const { admin, tables, keyRing, onProgress } = options
  const plan = await planApply(admin, tables, true)
  let rows = 0
  for (const table of plan.tables) {
    if (!table.columns.some(({ action }) => action === 'seal')) continue
    const target = await targetOnline(options, table)
    rows += await helpRemake({
      ...online,
      database: admin,
      relation: target.relation,
      table: table.table.mapName,
      labels: target.columns.map(({ registration: { label } }) => label),
      change: sealChange(keyRing, target),
      onProgress: (progress) => onProgress?.({ table: table.table.mapName, ...progress }),
    })
  }
  return rows
}

function columnToSeal({ column, lowerCase }: ColumnPlan, indexKeys: ReadonlyMap<string, string>): ColumnToSeal {
  const { label, labelTag, type, namedKey, pad } = column
  return {
    column,
    sealed: { label, labelTag, logicalType: type, namedKey, pad, terms: termsOf(column) },
    indexKeyId: indexKeys.get(label),
    fold: lowerCase?.folds.column,
  }
}

async function sealInPlace(
  session: Session,
  options: ApplyOptions,
  plan: TablePlan,
  sealing: readonly ColumnPlan[],
  indexKeys: ReadonlyMap<string, string>,
): Promise<number> {
  const { table, facts } = plan
  const name = quoteName(table.schema, table.name)
  const progress = (phase: ApplyProgress['phase'], rows: number) =>
    options.onProgress?.({ phase, table: table.mapName, rows, total: facts!.estimatedRows })
  const columns = sealing.map((column) => columnToSeal(column, indexKeys))
  progress('seal', 0)
  const contextName = contextTable(plan)
  const staged = await stageRows(
    session,
    options.keyRing,
    name,
    { table: contextName, record: plan.record },
    columns,
    (rows) => progress('seal', rows),
  )
  progress('rewrite', staged.rows)
  const carried = carriedIndexes(facts!, indexTerms(sealing.map(({ column }) => column)))
  for (const { drop } of carried) await session.query(drop)
  const changes = sealing.map(({ column }, at) => {
    const type = `pgseal.${physicalTypeName(typeOf(column))}`
    return `alter column ${quoteIdent(column.name)} type ${type} using ${staged.using[at]}`
  })
  await session.query(`alter table ${name} ${[...changes, ...sealing.map(checkClause)].join(', ')}`)
  for (const { create } of carried) for (const statement of create) await session.query(statement)
  const ordered = sealing.filter(({ column }) => termsOf(column).includes('ord')).map(({ column }) => column.name)
  for (const statement of orderIndexes(facts!, ordered)) await session.query(statement)
  await verify(session, name, sealing, staged)
  await dropStage(session, sealing.length)
  await session.query('drop table pg_temp.pgseal_stage')
  return staged.rows
}

// A sealed value that was not found by its place would be a silent NULL.
async function verify(
  session: Session,
  name: string,
  sealing: readonly ColumnPlan[],
  staged: { readonly rows: number; readonly values: readonly number[] },
): Promise<void> {
  const counts = sealing.map(({ column }, at) => `count(${quoteIdent(column.name)})::text as n${at}`)
  const [row] = await session.query<Record<string, string>>(
    `select count(*)::text as n, ${counts.join(', ')} from ${name}`,
  )
  const same = Number(row?.n) === staged.rows && staged.values.every((count, at) => Number(row![`n${at}`]) === count)
  if (!same) throw new PgsealError('internal', {}, { logDetail: `${name}: sealed values were lost in the rewrite` })
}

// Sub-field assignment to a NULL escapes the domains; this does not let it leave one attribute null alone.
function checkClause({ column }: ColumnPlan): string {
  const name = quoteIdent(column.name)
  return `add check (${name} is null or ${name} is not null)`
}

/** Shared by all columns of a table: the name under which the first of them was sealed. */
function contextTable(plan: TablePlan): string {
  const known = plan.columns.find(({ registered, place }) => registered !== undefined && place?.sealed === true)
  return known?.registered?.tableName ?? plan.table.mapName
}

function registration(
  plan: TablePlan,
  { column, action, place, registered, lowerCase }: ColumnPlan,
  obtained: string | undefined,
): RegisteredColumn {
  const terms = termsOf(column)
  // What is sealed keeps the index key of its terms and the name in its encryption context.
  const kept = action === 'register' ? registered : undefined
  return {
    label: column.label,
    tableName: kept?.tableName ?? contextTable(plan),
    columnName: column.name,
    relation: place === undefined ? null : plan.facts!.oid,
    position: place?.attnum ?? null,
    logicalType: column.type,
    typmod: column.typmod,
    terms,
    normalizers: kept?.normalizers ?? (lowerCase === undefined ? [] : [lowerCase.normalizer]),
    namedKey: column.namedKey,
    indexGroup: indexGroupOf(column),
    indexKey: terms.length === 0 ? null : (kept?.indexKey ?? obtained ?? null),
    pad: column.pad,
    record: bindingText(plan.table),
    state: place === undefined ? 'absent' : 'sealed',
  }
}

function report(label: string, outcome: ColumnReport['outcome']): ColumnReport {
  return { label, outcome, rows: 0, online: false, obstacles: [], notes: [] }
}

const outcomes = {
  none: 'unchanged',
  prepare: 'prepared',
  register: 'registered',
  seal: 'sealed',
  refuse: 'refused',
} as const

function reportOf({ column, action, obstacles, notes }: ColumnPlan, rows: number): ColumnReport {
  return { label: column.label, outcome: outcomes[action], rows, online: false, obstacles, notes }
}

// 42501 and its like say what the login lacks in words of the server, which name objects alone.
function asApplyError(error: unknown): unknown {
  if (error instanceof PgsealError || !(error instanceof Error) || !('code' in error)) return error
  if (error.code === '42501') return new PgsealError('applyDenied', {}, { detail: `${sentence(error.message)}` })
  return error
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
}
