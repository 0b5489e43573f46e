import type { Database, HeldSession } from '../control/database.ts'
import { PgsealError } from '../errors.ts'

// Any two runs of apply and unseal in one database exclude each other by this advisory lock.
const lockKey = 0x7067_7365_616c

/** Runs `work` while no other run changes columns of this database. Rejects with PgsealError applyRunning when one does. */
export async function alone<T>(database: Database, work: (session: HeldSession) => Promise<T>): Promise<T> {
  return database.reserve(async (session) => {
    const [lock] = await session.query<{ locked: boolean }>('select pg_try_advisory_lock($1::int8) as locked', [
      lockKey,
    ])
    if (lock?.locked !== true) throw new PgsealError('applyRunning')
    try {
      return await work(session)
    } finally {
      await session.query('select pg_advisory_unlock($1::int8)', [lockKey]).catch(() => undefined)
    }
  })
}
