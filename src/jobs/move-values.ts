import { PgsealError } from '../errors.ts'
import type { KeyRing, RecordContext } from '../keys/key-ring.ts'
import { type Envelope, encodeWithKeyPart, keySource, parseEnvelope } from '../seal/envelope.ts'
import { openFailed } from '../seal/open-failed.ts'
import { openValue } from '../seal/open-value.ts'
import { sealValue } from '../seal/seal-value.ts'
import type { SealedColumn } from '../seal/sealed-column.ts'
import type { FetchedRow } from './row-statements.ts'

/** A sealed column whose values a job moves to other keys. */
export type JobColumn = {
  readonly name: string
  readonly sealed: SealedColumn
  /** The table's name in the encryption context. */
  readonly table: string
  /** `pgseal.text_eq` */
  readonly physicalType: string
}

/** What of the row its keys are bound to, from its own plain columns. */
export type RowIdentity = { readonly record: string; readonly tenant: string }

/** New envelopes for one row; `old` and `sealed` hold null for columns that stay. */
export type MovedRow = {
  readonly old: readonly (Buffer | null)[]
  readonly sealed: readonly (Buffer | null)[]
  readonly moved: number
  readonly failures: readonly ValueFailure[]
}

/** A value that could not be opened: where it is, and what the log would say. Never what it holds. */
export type ValueFailure = { readonly label: string; readonly place: string; readonly reason: string }

/** `source` and 16 bytes of id tell whether a value has to move. */
export type MustMove = (source: number, keyId: Buffer) => boolean

export type ValueMover = {
  readonly keyRing: KeyRing
  readonly columns: readonly JobColumn[]
  readonly identityOf: (row: FetchedRow) => RowIdentity
}

type Found = {
  readonly at: number
  readonly envelope: Envelope
  readonly bytes: Buffer
  readonly terms: readonly Buffer[]
}

/** Seals anew, under fresh data keys, the values of each row that must move. All of a row under one named key share one. */
export async function rotateValues(
  mover: ValueMover,
  rows: readonly FetchedRow[],
  mustMove: MustMove,
): Promise<MovedRow[]> {
  const opened = await Promise.all(
    rows.map((row) => openRow(mover, row, ({ keyPart }) => mustMove(keyPart.source, keyPart.keyId))),
  )
  const results = opened.map(({ failures }) => ({ ...unmoved(mover.columns.length), moved: 0, failures }))
  for (const namedKey of new Set(mover.columns.map(({ sealed }) => sealed.namedKey))) {
    const ofKey = ({ at }: Found) => mover.columns[at]!.sealed.namedKey === namedKey
    const wanted = [...opened.entries()].filter(([, { values }]) => values.some(({ found }) => ofKey(found)))
    const contexts = wanted.map(([row, { identity, values }]): RecordContext => {
      const table = mover.columns[values.find(({ found }) => ofKey(found))!.found.at]!.table
      return { table, record: identity.record, tenant: opened[row]!.identity.tenant }
    })
    const keys = await mover.keyRing.generate(namedKey, contexts)
    for (const [which, [row, { identity, values }]] of wanted.entries()) {
      for (const { found, stored } of values) {
        if (!ofKey(found)) continue
        const { sealed } = mover.columns[found.at]!
        const record = Buffer.from(identity.record)
        const result = results[row]!
        result.old[found.at] = found.bytes
        result.sealed[found.at] = sealValue(sealed, keys[which]!, record, stored, found.terms)
        result.moved += 1
        stored.fill(0)
      }
    }
  }
  return results
}

/** Exchanges the key parts of values whose data keys rest on another KMS key or other pairs than the map's. */
export async function rewrapValues(mover: ValueMover, rows: readonly FetchedRow[]): Promise<MovedRow[]> {
  return Promise.all(
    rows.map(async (row) => {
      const identity = mover.identityOf(row)
      const result = { ...unmoved(mover.columns.length), moved: 0, failures: [] as ValueFailure[] }
      const asked = new Map<string, Promise<Buffer | undefined>>()
      await eachValue(mover, row, result.failures, async (found) => {
        if (found.envelope.keyPart.source !== keySource.kms) return
        const { sealed, table } = mover.columns[found.at]!
        checkRecord(found.envelope, identity, sealed.label)
        const name = keyName(sealed.namedKey, found.envelope)
        // Values of one row share a data key: it is asked for once.
        const ask =
          asked.get(name) ??
          mover.keyRing.rewrap(sealed.namedKey, found.envelope.keyPart, { table, ...identity }, sealed.label)
        asked.set(name, ask)
        const keyPartBytes = await ask
        if (keyPartBytes === undefined) return
        result.old[found.at] = found.bytes
        result.sealed[found.at] = encodeWithKeyPart(found.envelope, keyPartBytes)
        result.moved += 1
      })
      return result
    }),
  )
}

/** Opens every value of the rows and forgets it; gives what could not be opened. */
export async function verifyValues(
  mover: ValueMover,
  rows: readonly FetchedRow[],
): Promise<{ readonly values: number; readonly failures: readonly ValueFailure[] }> {
  const opened = await Promise.all(rows.map((row) => openRow(mover, row, () => true)))
  let count = 0
  for (const { values } of opened) {
    count += values.length
    for (const { stored } of values) stored.fill(0)
  }
  return { values: count, failures: opened.flatMap(({ failures }) => failures) }
}

export type OpenedRow = {
  readonly identity: RowIdentity
  readonly values: readonly { readonly found: Found; readonly stored: Buffer }[]
  readonly failures: ValueFailure[]
}

export async function openRow(
  mover: ValueMover,
  row: FetchedRow,
  wanted: (envelope: Envelope) => boolean,
): Promise<OpenedRow> {
  const identity = mover.identityOf(row)
  const values: { found: Found; stored: Buffer }[] = []
  const failures: ValueFailure[] = []
  const asked = new Map<string, ReturnType<KeyRing['open']>>()
  await eachValue(mover, row, failures, async (found) => {
    if (!wanted(found.envelope)) return
    const { sealed, table } = mover.columns[found.at]!
    checkRecord(found.envelope, identity, sealed.label)
    const name = keyName(sealed.namedKey, found.envelope)
    const ask =
      asked.get(name) ??
      mover.keyRing.open(sealed.namedKey, found.envelope.keyPart, { table, ...identity }, sealed.label)
    asked.set(name, ask)
    values.push({ found, stored: openValue(sealed, found.envelope, await ask, found.terms) })
  })
  return { identity, values, failures }
}

/** Goes through the values of a row that are not NULL; what cannot be opened is noted, every other error passes. */
async function eachValue(
  mover: ValueMover,
  row: FetchedRow,
  failures: ValueFailure[],
  work: (found: Found) => Promise<void>,
): Promise<void> {
  await Promise.all(
    mover.columns.map(async ({ sealed }, at) => {
      const bytes = row[`c${at}`]
      if (bytes === null || bytes === undefined) return
      try {
        const terms = sealed.terms.map((_, which) => row[`e${at}_${which}`] as Buffer)
        await work({ at, envelope: parseEnvelope(bytes as Buffer, sealed.label), bytes: bytes as Buffer, terms })
      } catch (error) {
        if (!(error instanceof PgsealError) || error.errorName !== 'openFailed') throw error
        failures.push({ label: sealed.label, place: String(row.place), reason: error.logDetail ?? '' })
      }
    }),
  )
}

// What names another row's record was moved here, and would be bound to this row for good.
function checkRecord(envelope: Envelope, { record }: RowIdentity, label: string): void {
  if (!envelope.record.equals(Buffer.from(record)))
    throw openFailed(label, 'misplaced', "the record is not the row's own")
}

function keyName(namedKey: string, envelope: Envelope): string {
  return `${namedKey} ${envelope.keyPartBytes.toString('latin1')}`
}

function unmoved(columns: number): { old: (Buffer | null)[]; sealed: (Buffer | null)[] } {
  return { old: new Array<Buffer | null>(columns).fill(null), sealed: new Array<Buffer | null>(columns).fill(null) }
}
