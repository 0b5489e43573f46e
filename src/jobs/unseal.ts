import type { MappedTable } from '../config/config.ts'
import { markUnsealed, setColumnState } from '../control/column-registry.ts'
import type { Database, HeldSession, Session } from '../control/database.ts'
import { notifyInstances } from '../control/instance-table.ts'
import { quoteIdent, quoteName } from '../control/quote.ts'
import { readSchemaFacts } from '../control/schema.ts'
import { PgsealError } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import type { LogicalTypeName } from '../types/logical-type.ts'
import { alone } from './alone.ts'
import { dropSchema } from './drop-schema.ts'
import { inTransaction } from './in-transaction.ts'
import type { Obstacle } from './obstacles.ts'
import { dropOpened, misfits, type PlainType, stageOpened } from './open-rows.ts'
import { openedIndexes } from './opened-indexes.ts'
import { dropOldTable, finishRemakes, keptOldTables, type RemakeProgress } from './remake/remake.ts'
import type { OnlineOptions } from './seal-online.ts'
import { isOwnCheck } from './unseal-obstacles.ts'
import { unsealOnline } from './unseal-online.ts'
import {
  planUnseal,
  planUnsealTable,
  type UnsealColumnPlan,
  type UnsealPlan,
  type UnsealScope,
  type UnsealTablePlan,
} from './unseal-plan.ts'

export type UnsealOptions = {
  /** A login with DDL rights: owner of the tables. */
  readonly admin: Database
  readonly tables: readonly MappedTable[]
  readonly scope: UnsealScope
  readonly keyRing: KeyRing
  /** Afterwards, when nothing is sealed any more, remove schema pgseal. For scope `all` alone. */
  readonly dropSchema?: boolean
  /** Opens tables while clients use them; scope.online says the same. */
  readonly online?: OnlineOptions | undefined
  readonly onProgress?: (progress: UnsealProgress) => void
}

/** `total` is -1 where the server does not know it. */
export type UnsealProgress = {
  readonly phase: 'open' | 'rewrite' | RemakeProgress['phase']
  readonly table: string
  readonly rows: number
  readonly total: number
}

export type UnsealedColumn = {
  readonly label: string
  readonly outcome: 'unchanged' | 'unsealed' | 'refused' | 'stopped'
  readonly rows: number
  readonly obstacles: readonly Obstacle[]
}

export type UnsealReport = {
  readonly plan: UnsealPlan
  readonly columns: readonly UnsealedColumn[]
  readonly schemaDropped: boolean
  /** False when a column was refused, or the run was stopped, or a column that the map does not name is sealed. */
  readonly complete: boolean
}

/**
 * Opens every value of the columns in scope and makes them what they were before `apply`: type, length, collation, storage,
 * indexes, unique constraints. Position, comments, grants, NOT NULL and statistics targets stay. In place each table is
 * one transaction under an exclusive lock, so a run that was interrupted is run again; online the next run goes on. Rejects with PgsealError applyRunning,
 * unsealDenied, schemaVersionDiffers, schemaInUse, what the key ring says, or the server's own error; tables that were done stay done.
 */
export async function unseal(options: UnsealOptions): Promise<UnsealReport> {
  try {
    return await alone(options.admin, async (session) => {
      if ((await readSchemaFacts(session)).names.has('remakes')) await finishUnsealed(session)
      const plan = await planUnseal(session, options.tables, options.scope)
      const columns: UnsealedColumn[] = []
      for (const table of plan.tables) {
        const work = options.online === undefined ? unsealTable : unsealTableOnline
        columns.push(...(await work(session, options, table)))
      }
      const complete =
        plan.unmapped.length === 0 && columns.every(({ outcome }) => outcome === 'unsealed' || outcome === 'unchanged')
      const schemaDropped = complete && plan.schema && options.scope.all && options.dropSchema === true
      if (schemaDropped) await dropSchema(session)
      return { plan, columns, complete, schemaDropped }
    })
  } catch (error) {
    throw asUnsealError(error)
  }
}

// Values that do not open, or do not fit: nothing of the table is changed.
class NotOpened extends Error {
  readonly obstacles: ReadonlyMap<string, Obstacle>
  constructor(obstacles: ReadonlyMap<string, Obstacle>) {
    super('values could not be opened')
    this.obstacles = obstacles
  }
}

async function unsealTable(
  session: Session,
  options: UnsealOptions,
  planned: UnsealTablePlan,
): Promise<UnsealedColumn[]> {
  const { table } = planned
  if (planned.columns.every(({ action }) => action !== 'unseal')) return planned.columns.map((each) => outcome(each, 0))
  const name = quoteName(table.schema, table.name)
  try {
    const done = await inTransaction(session, async () => {
      await session.query(`lock table ${name} in access exclusive mode`)
      // Under the lock nothing changes any more, so this plan is the one that counts.
      const plan = await planUnsealTable(session, options.tables, table, options.scope)
      const rows = plan.sealed.length === 0 ? 0 : await openInPlace(session, options, plan)
      for (const { column, action } of plan.columns) if (action === 'unseal') await markUnsealed(session, column.label)
      return plan.columns.map((each) => outcome(each, rows))
    })
    await session.query(`analyze ${name}`)
    return done
  } catch (error) {
    if (!(error instanceof NotOpened)) throw error
    return planned.columns.map((each) => {
      if (each.action !== 'unseal') return outcome(each, 0)
      const own = error.obstacles.get(each.column.label)
      return { label: each.column.label, outcome: 'refused', rows: 0, obstacles: own === undefined ? [] : [own] }
    })
  }
}

/** The old table holds sealed values and is gone as soon as the new one is in its place: every row of that was compared. */
async function finishUnsealed(session: HeldSession): Promise<void> {
  await finishRemakes(session)
  for (const remake of await keptOldTables(session)) {
    if (remake.kind === 'unseal' && remake.phase === 'done') await dropOldTable(session, remake)
  }
}

async function unsealTableOnline(
  session: HeldSession,
  options: UnsealOptions,
  plan: UnsealTablePlan,
): Promise<UnsealedColumn[]> {
  const { table } = plan
  if (plan.sealed.length === 0) return plan.columns.map((each) => outcome(each, 0))
  const types: PlainType[] = []
  for (const column of plan.sealed) types.push(await plainType(session, plan, column.name))
  const onProgress = (progress: RemakeProgress) => options.onProgress?.({ table: table.mapName, ...progress })
  const place = { database: options.admin, keyRing: options.keyRing, online: options.online!, onProgress }
  try {
    const report = await unsealOnline(session, place, plan, types)
    await finishUnsealed(session)
    return plan.columns.map((each): UnsealedColumn => {
      const done = outcome(each, report.rows)
      return report.outcome === 'done' || each.action !== 'unseal' ? done : { ...done, outcome: 'stopped' }
    })
  } catch (error) {
    // What has not begun leaves no trace.
    if (error instanceof PgsealError && error.errorName === 'remakeRefused') {
      for (const { sealed } of plan.sealed) await setColumnState(session, sealed.label, 'sealed')
      await notifyInstances(session, 'columns')
    }
    throw error
  }
}

function outcome({ column, action, obstacles }: UnsealColumnPlan, rows: number): UnsealedColumn {
  const { label } = column
  if (action === 'unseal') return { label, outcome: 'unsealed', rows, obstacles: [] }
  return { label, outcome: action === 'refuse' ? 'refused' : 'unchanged', rows: 0, obstacles }
}

async function openInPlace(session: Session, options: UnsealOptions, plan: UnsealTablePlan): Promise<number> {
  const { table, sealed } = plan
  const facts = plan.facts!
  const name = quoteName(table.schema, table.name)
  const progress = (phase: UnsealProgress['phase'], rows: number) =>
    options.onProgress?.({ phase, table: table.mapName, rows, total: facts.estimatedRows })
  progress('open', 0)
  const { extra, identityOf } = plan.identity
  const mover = { keyRing: options.keyRing, columns: sealed, identityOf }
  const opened = await stageOpened(session, mover, name, extra, (rows) => progress('open', rows))
  const types: PlainType[] = []
  for (const column of sealed) types.push(await plainType(session, plan, column.name))
  await refuseUnopened(session, plan, opened.failures, types)
  progress('rewrite', opened.rows)
  const indexes = openedIndexes(facts, new Set(sealed.map((column) => column.name)), plan.before)
  for (const { drop } of indexes) await session.query(drop)
  await dropOwnChecks(session, plan)
  const changes = sealed.map((column, at) => {
    const { type, collation } = types[at]!
    const collate = collation === null ? '' : ` collate ${collation}`
    return `alter column ${quoteIdent(column.name)} type ${type}${collate} using ${opened.using[at]}`
  })
  await session.query(`alter table ${name} ${changes.join(', ')}`)
  for (const statement of storageStatements(plan)) await session.query(statement)
  for (const { create } of indexes) for (const statement of create) await session.query(statement)
  await verify(session, name, plan, opened)
  await dropOpened(session, sealed.length)
  return opened.rows
}

async function plainType(session: Session, { columns, before }: UnsealTablePlan, name: string): Promise<PlainType> {
  const { column } = columns.find((each) => each.column.name === name)!
  const [row] = await session.query<{ type: string }>('select format_type(($1::text)::regtype, $2::int4) as type', [
    `pg_catalog.${column.type}`,
    column.typmod,
  ])
  return { type: row!.type, collation: before.get(name)?.collation ?? null }
}

async function refuseUnopened(
  session: Session,
  { sealed }: UnsealTablePlan,
  failures: readonly { readonly label: string; readonly place: string }[],
  types: readonly PlainType[],
): Promise<void> {
  const obstacles = new Map<string, Obstacle>()
  for (const [at, { sealed: column }] of sealed.entries()) {
    const own = failures.filter(({ label }) => label === column.label)
    if (own.length > 0) {
      obstacles.set(column.label, {
        what: `${own.length === 1 ? 'a value' : `${own.length} values`} could not be opened, the first at ctid ${own[0]!.place}`,
        hint: 'Give the map the keys under which they were sealed, or set them to NULL.',
      })
      continue
    }
    const misfit = await misfits(session, at, column.logicalType as LogicalTypeName, types[at]!)
    if (misfit > 0) {
      obstacles.set(column.label, {
        what: `${misfit === 1 ? 'a value does' : `${misfit} values do`} not fit type ${types[at]!.type}`,
        hint: 'Give the length or precision with which they were sealed.',
      })
    }
  }
  if (obstacles.size > 0) throw new NotOpened(obstacles)
}

async function dropOwnChecks(session: Session, { facts, sealed }: UnsealTablePlan): Promise<void> {
  const names = new Set(sealed.map(({ name }) => name))
  for (const { oid, name: member } of facts!.tree) {
    const attnums = facts!.columns.filter((column) => column.relation === oid && names.has(column.name))
    for (const { name, kind, relation, attnums: held, definition } of facts!.constraints) {
      const isOwn = relation === oid && held.length === 1 && attnums.some(({ attnum }) => attnum === held[0])
      if (!isOwn || !isOwnCheck(kind, definition)) continue
      // A child's check goes with its parent's, unless it was declared there too.
      await session.query(`alter table ${member} drop constraint if exists ${quoteIdent(name)}`)
    }
  }
}

const storages: Readonly<Record<string, string>> = { p: 'plain', e: 'external', m: 'main', x: 'extended' }
const compressions: Readonly<Record<string, string>> = { p: 'pglz', l: 'lz4' }

/** A column of another type has that type's storage: what it had before is set again. */
function storageStatements({ facts, sealed, before }: UnsealTablePlan): string[] {
  return sealed.flatMap(({ name }) => {
    const members = before.get(name)?.members ?? []
    return facts!.tree.flatMap(({ name: table }) => {
      const was = members.find((member) => member.name === table) ?? members[0]
      if (was === undefined) return []
      const alter = `alter table only ${table} alter column ${quoteIdent(name)}`
      const compression = compressions[was.compression]
      return [
        `${alter} set storage ${storages[was.storage]}`,
        ...(compression === undefined ? [] : [`${alter} set compression ${compression}`]),
      ]
    })
  })
}

// A value that was not found by its place would be a silent NULL.
async function verify(
  session: Session,
  name: string,
  { sealed }: UnsealTablePlan,
  opened: { readonly rows: number; readonly values: readonly number[] },
): Promise<void> {
  const counts = sealed.map((column, at) => `count(${quoteIdent(column.name)})::text as n${at}`)
  const [row] = await session.query<Record<string, string>>(
    `select count(*)::text as n, ${counts.join(', ')} from ${name}`,
  )
  const same = Number(row?.n) === opened.rows && opened.values.every((count, at) => Number(row![`n${at}`]) === count)
  if (!same) throw new PgsealError('internal', {}, { logDetail: `${name}: values were lost in the rewrite` })
}

// 42501 and its like say what the login lacks in words of the server, which name objects alone.
function asUnsealError(error: unknown): unknown {
  if (error instanceof PgsealError || !(error instanceof Error) || !('code' in error)) return error
  if (error.code === '42501') return new PgsealError('unsealDenied', {}, { logDetail: error.message })
  return error
}
