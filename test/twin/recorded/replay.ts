import * as send from '../../support/client-messages.ts'
import type { ServerMessage } from '../../support/server-messages.ts'
import type { WireClient } from '../../support/wire-client.ts'
import { answer, compare, errorOf, normal } from '../run-case.ts'
import type { Twins } from '../twins.ts'
import type { RecordedStatement, Recording } from './recording.ts'

export type Refusal = { readonly recording: string; readonly sql: string; readonly reason: string }

export type Replayed = {
  readonly statements: number
  /** Answered as the plain twin answers them, errors of PostgreSQL's own included. */
  readonly served: number
  readonly refused: readonly Refusal[]
  /** What differs, a paragraph for each statement. */
  readonly disagreements: readonly string[]
}

/**
 * Sends a recording to the sealed twin, and each statement that is served to the plain one too, and compares the answers.
 * A refused statement runs on neither; inside a block a savepoint before it keeps the block alive. Tables are put back.
 */
export async function replay(twins: Twins, recording: Recording): Promise<Replayed> {
  const [plain, sealed] = await Promise.all([twins.plain.connect('app'), twins.sealed.connect('app')])
  const refused: Refusal[] = []
  const disagreements: string[] = []
  let served = 0
  let status = 'I'
  try {
    for (const statement of recording.statements) {
      const guarded = status === 'T' && !/^\s*(savepoint|release|rollback|commit|end|abort)\b/i.test(statement.sql)
      if (guarded) await both([plain, sealed], 'savepoint replayed')
      const packets = packetsOf(statement)
      const right = await answer('proxy', sealed, packets)
      const refusal = refusalOf(right)
      if (refusal !== undefined) {
        refused.push({ recording: recording.name, sql: statement.sql, reason: refusal })
        if (guarded) await both([plain, sealed], 'rollback to savepoint replayed')
      } else {
        const left = await answer('plain', plain, packets)
        const complaint = await differs(twins, statement, left, right)
        if (complaint === undefined) served += 1
        else disagreements.push(`${recording.name} ${statement.sql}\n${complaint}`)
        status = statusOf(right) ?? status
        if (guarded && status === 'T') await both([plain, sealed], 'release savepoint replayed')
      }
    }
  } catch (error) {
    disagreements.push(`${recording.name} ${(error as Error).message}`)
  } finally {
    plain.destroy()
    sealed.destroy()
  }
  await Promise.all([twins.plain.reset(), twins.sealed.reset()])
  return { statements: recording.statements.length, served, refused, disagreements }
}

async function both(clients: readonly WireClient[], sql: string): Promise<void> {
  for (const client of clients) await client.rows(sql)
}

function packetsOf({ sql, simple, oids, values, results }: RecordedStatement): Buffer[] {
  if (simple) return [send.query(sql)]
  const formats = values.map((value) => (Buffer.isBuffer(value) ? 1 : 0))
  return [
    send.parse(sql, { oids }),
    send.describeStatement(),
    send.bind({ values, formats, resultFormats: results }),
    send.describePortal(),
    send.execute(),
    send.sync(),
  ]
}

async function differs(
  twins: Twins,
  { sql }: RecordedStatement,
  left: readonly ServerMessage[],
  right: readonly ServerMessage[],
): Promise<string | undefined> {
  const order = /order\s+by/i.test(sql) ? 'list' : 'multiset'
  // The sealed twin's catalog has types that the plain one has not.
  // DISTINCT ON without ORDER BY: which row of a group is given is open.
  const isOpen = /\bdistinct on\b/i.test(sql) && order === 'multiset'
  const ignoreRows = isOpen || /\bpg_(type|class|attribute|proc)\b/.test(sql)
  const expected = await normal(twins.plain, left, { order }, ignoreRows)
  const got = await normal(twins.sealed, right, { order }, ignoreRows)
  const error = errorOf(left)?.C
  return compare({ statements: [{ refused: undefined, error }] }, expected, got, left, right, false)
}

/** The proxy's own error: PostgreSQL names a place in its source in every one of its errors (field F). */
function refusalOf(messages: readonly ServerMessage[]): string | undefined {
  const error = errorOf(messages)
  if (error === undefined || error.F !== undefined) return undefined
  return `${error.C} ${error.M}`
}

function statusOf(messages: readonly ServerMessage[]): string | undefined {
  const ready = messages.findLast((message) => message.type === 'ReadyForQuery')
  return ready?.type === 'ReadyForQuery' ? ready.status : undefined
}
