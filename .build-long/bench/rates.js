import { spawnSync } from 'node:child_process';
import { loads, runLoad } from './load.js';
import { openPgbouncer } from './pgbouncer.js';
import { medianOfRounds } from './rounds.js';
/** A read of plain rows by key: direct, through the bare relay, PgBouncer and an empty map. */
export async function passthroughRates(place, options) {
    const database = place.plain.name;
    const rate = (port) => () => runLoad(loads.plainRead, { port, database }, options.seconds);
    const measures = { direct: rate(place.server.port), relay: rate(place.relay.port), empty: rate(place.empty.port) };
    if (spawnSync('pgbouncer', ['--version']).status !== 0) {
        return { ...(await medianOfRounds(options.rounds, measures)), pgbouncer: undefined };
    }
    const pgbouncer = await openPgbouncer(place.server.port);
    try {
        return await medianOfRounds(options.rounds, { ...measures, pgbouncer: rate(pgbouncer.port) });
    }
    finally {
        await pgbouncer.close();
    }
}
/** An insert of one sealed column and a read by equality of one, against the same on plain columns by an empty map. */
export function sealedRates(place, options) {
    const plain = { port: place.empty.port, database: place.plain.name };
    const sealed = { port: place.mapped.port, database: place.sealed.name };
    return medianOfRounds(options.rounds, {
        emptyInsert: () => runLoad(loads.insert, plain, options.seconds),
        sealedInsert: () => runLoad(loads.insert, sealed, options.seconds),
        emptyEquality: () => runLoad(loads.equality, plain, options.seconds),
        sealedEquality: () => runLoad(loads.equality, sealed, options.seconds),
    });
}
//# sourceMappingURL=rates.js.map