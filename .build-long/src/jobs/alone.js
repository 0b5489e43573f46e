import { PgsealError } from '../errors.js';
// Any two runs of apply and unseal in one database exclude each other by this advisory lock.
const lockKey = 0x7067_7365_616c;
/** Runs `work` while no other run changes columns of this database. Rejects with PgsealError applyRunning when one does. */
export async function alone(database, work) {
    return database.reserve(async (session) => {
        const [lock] = await session.query('select pg_try_advisory_lock($1::int8) as locked', [
            lockKey,
        ]);
        if (lock?.locked !== true)
            throw new PgsealError('applyRunning');
        try {
            return await work(session);
        }
        finally {
            await session.query('select pg_advisory_unlock($1::int8)', [lockKey]).catch(() => undefined);
        }
    });
}
//# sourceMappingURL=alone.js.map