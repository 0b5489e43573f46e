// Unsealing columns of a table that is in use.
import type { MappedTable } from '../config/config.ts'
import { setColumnState, unsealedAt } from '../control/column-registry.ts'
import type { Database, Session } from '../control/database.ts'
import { notifyInstances } from '../control/instance-table.ts'
import { quoteIdent } from '../control/quote.ts'
import { PgsealError } from '../errors.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { codecs } from '../types/codecs.ts'
import type { LogicalTypeName } from '../types/logical-type.ts'
import { defaultValueSettings } from '../types/value-settings.ts'
import { inTransaction } from './in-transaction.ts'
import type { JobColumn, ValueFailure } from './move-values.ts'
import type { PlainType } from './open-rows.ts'
import { openedIndexes } from './opened-indexes.ts'
import type { ColumnChange, MadeRow, TableChange } from './remake/column-change.ts'
import { type RemakeProgress, type RemakeReport, remakeTable } from './remake/remake.ts'
import type { OnlineOptions } from './seal-online.ts'
import { sendFunctions } from './seal-rows.ts'
import { openSource, type SourceColumns, sealedSource } from './sealed-source.ts'
import { awaitInstances } from './table-hold.ts'
import { dropCheckStatements } from './unseal-obstacles.ts'
import type { UnsealTablePlan } from './unseal-plan.ts'

export type OnlineUnseal = {
  readonly database: Database
  readonly keyRing: KeyRing
  readonly online: OnlineOptions
  readonly onProgress: (progress: RemakeProgress) => void
}

/** What the text form of a value is written with: what any session reads the same. */
const textSettings = { ...defaultValueSettings, dateStyle: 'ISO, YMD', intervalStyle: 'iso_8601' }

/**
 * Rejects as remakeTable does, with remakeWaits when a serving process does not load the map, and with valueNotOpened when a
 * value does not open: the table stays sealed then.
 */
export async function unsealOnline(
  session: Session,
  place: OnlineUnseal,
  plan: UnsealTablePlan,
  types: readonly PlainType[],
): Promise<RemakeReport> {
  const { database, keyRing, online, onProgress } = place
  const { table, facts } = plan
  const columns = plan.columns.filter(({ action }) => action === 'unseal').map(({ column }) => column)
  await inTransaction(session, async () => {
    for (const { label } of columns) await setColumnState(session, label, 'unsealing')
    await notifyInstances(session, 'columns')
  })
  return remakeTable({
    database,
    relation: facts!.oid,
    table: table.mapName,
    labels: columns.map(({ label }) => label),
    change: unsealChange(keyRing, plan, types),
    ...online,
    onProgress,
    beforeSwap: async () => {
      const served = columns.flatMap(({ label, unseal }) => [
        `${label} unsealing`,
        // What goes by another map would refuse the column from the swap on.
        ...(unseal === true ? [`${label} leaving`] : []),
      ])
      const limits = { milliseconds: online.patienceMs, signal: online.signal }
      if ((await awaitInstances(database, served, limits, online.onLagging)) || online.signal?.aborted === true) return
      throw new PgsealError('remakeWaits', { table: table.mapName, reason: 'a serving process has not loaded the map' })
    },
  })
}

/** What opening these columns makes of the table. */
export function unsealChange(keyRing: KeyRing, plan: UnsealTablePlan, types: readonly PlainType[]): TableChange {
  const { table, sealed, before, identity } = plan
  const source = sealedSource(sealed)
  const mover = { keyRing, columns: sealed, identityOf: identity.identityOf }
  const names = new Set(sealed.map(({ name }) => name))
  return {
    kind: 'unseal',
    changes: sealed.map((column, at) => columnChange(column, source, at, types[at]!)),
    extra: identity.extra,
    target: JSON.stringify([sealed.map(({ name, sealed: { label, terms } }) => [name, label, terms]), types]),
    make: async (rows) => {
      const opened = await openSource(mover, source, rows)
      refuseFailures(
        table,
        opened.flatMap(({ failures }) => failures),
      )
      return opened.map(({ values }): MadeRow => {
        const made = new Array<string | null>(sealed.length).fill(null)
        for (const { found, stored } of values) {
          const codec = codecs[sealed[found.at]!.sealed.logicalType as LogicalTypeName]
          made[found.at] = codec.toText(stored, textSettings).toString('utf8')
          stored.fill(0)
        }
        return made
      })
    },
    verify: async (rows) => {
      const opened = await openSource(mover, source, rows)
      const failures: ValueFailure[] = []
      for (const [row, { values, failures: unopened }] of opened.entries()) {
        failures.push(...unopened)
        const stored = new Map(values.map(({ found, stored: value }) => [found.at, value]))
        for (const [at, { sealed: column }] of sealed.entries()) {
          if (unopened.some(({ label }) => label === column.label)) continue
          const value = stored.get(at)
          const codec = codecs[column.logicalType as LogicalTypeName]
          const wanted = value === undefined ? null : codec.toBinary(value)
          const found = rows[row]![`m${at}`] as Buffer | null
          const isSame = wanted === null || found === null ? wanted === found : wanted.equals(found)
          if (!isSame) failures.push({ label: column.label, place: '', reason: 'it holds another value' })
          value?.fill(0)
        }
      }
      return failures
    },
    indexes: (facts) => openedIndexes(facts, names, before, table.schema).flatMap(({ create }) => create),
    swapped: async (session, relation, positions) => {
      for (const statement of await dropCheckStatements(session, relation, [...names])) await session.query(statement)
      for (const { name, sealed: column } of sealed) {
        await unsealedAt(session, column.label, relation, positions.get(name)!)
      }
    },
  }
}

function columnChange(
  column: JobColumn,
  source: SourceColumns,
  at: number,
  { type, collation }: PlainType,
): ColumnChange {
  const { name, sealed } = column
  const send = sendFunctions[sealed.logicalType as LogicalTypeName]
  return {
    name,
    type: `${type}${collation === null ? '' : ` collate ${collation}`}`,
    source: source.texts[at]!,
    parts: ['text'],
    assemble: ([part]) => `${part}::${type}`,
    made: [`pg_catalog.${send}(n.${quoteIdent(name)})`],
    check: undefined,
  }
}

function refuseFailures(table: MappedTable, failures: readonly ValueFailure[]): void {
  const [first] = failures
  if (first === undefined) return
  throw new PgsealError('valueNotOpened', { table: table.mapName, label: first.label }, { logDetail: first.reason })
}
