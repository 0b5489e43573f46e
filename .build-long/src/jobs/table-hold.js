// The job's side of a hold: every serving process keeps new statements on one table back while the table is exchanged.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { addHold, liveInstances, lockHolds, notifyInstances, removeHold, unlockHolds, } from '../control/instance-table.js';
/** The table could not be held, or not long enough: nothing was changed, and it may be tried again. */
export class NotHeld extends Error {
}
const pollMs = 20;
const askMs = 250;
/**
 * Resolves when every live process says that it serves these columns (`label state`). `onLagging` is told of those that are
 * waited for, each time they change; a process that has just started or was told late is a matter of seconds, one that goes
 * by another map waits for its operator. Resolves false when the time is over or the signal comes.
 */
export async function awaitInstances(session, columns, limits, onLagging = () => undefined) {
    const until = performance.now() + limits.milliseconds;
    let said = '';
    await notifyInstances(session, 'columns');
    for (;;) {
        const lagging = (await liveInstances(session)).filter((instance) => !columns.every((column) => instance.columns.includes(column)));
        if (lagging.length === 0)
            return true;
        const ids = lagging.map(({ id }) => id).join();
        if (ids !== said)
            onLagging(lagging);
        said = ids;
        if (performance.now() > until || limits.signal?.aborted === true)
            return false;
        await delay(askMs);
    }
}
/**
 * Runs `work` while no statement of any live process can reach the table that was planned before. A transaction that has
 * touched the table goes on and keeps its locks, so `work` must lock with a time limit. Whatever ends `work`, a kill of this
 * process included, ends the hold; then each process reads the catalog before its statements go on.
 * Rejects with NotHeld when some process does not answer within `milliseconds`, and with what `work` rejects with.
 */
export async function withTableHeld(database, target, milliseconds, work) {
    const hold = { id: randomUUID(), ...target };
    return database.reserve(async (session) => {
        // A job that hangs, or whose machine is gone, must not keep clients waiting: the server ends its connection.
        await setTimeouts(session, '8s');
        await lockHolds(session, target.relation);
        try {
            await database.transaction((other) => addHold(other, hold));
            const until = performance.now() + milliseconds;
            while ((await notHolding(database, hold.id)).length > 0) {
                if (performance.now() > until)
                    throw new NotHeld('a process has statements on the table under way');
                await delay(pollMs);
            }
            return await work({
                session,
                check: async () => {
                    if ((await notHolding(session, hold.id)).length > 0)
                        throw new NotHeld('a process has come that holds nothing');
                },
            });
        }
        finally {
            await unlockHolds(session, target.relation).catch(() => undefined);
            await setTimeouts(session, '0').catch(() => undefined);
            await removeHold(database, hold.id).catch(() => undefined);
        }
    });
}
async function notHolding(session, hold) {
    return (await liveInstances(session)).filter(({ held }) => !held.includes(hold));
}
async function setTimeouts(session, value) {
    await session.query(`select pg_catalog.set_config(name, $1, false) from pg_catalog.pg_settings
     where name = any ('{idle_session_timeout,idle_in_transaction_session_timeout}')`, [value]);
}
//# sourceMappingURL=table-hold.js.map