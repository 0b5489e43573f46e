import { PgsealError } from '../errors.js';
import { countOne } from './counts.js';
/** The log, with what it is told of connections counted too: what is refused, and what ends a connection. */
export function countedLog(log, counts) {
    return {
        ...log,
        connection: (id) => {
            const own = countedConnection(log.connection(id), counts);
            return {
                ...own,
                opened(event) {
                    counts.connections += 1;
                    own.opened(event);
                },
            };
        },
    };
}
/** As countedLog, for one connection. A connection fails once, however often that is told. */
export function countedConnection(log, counts) {
    let failed = false;
    const fail = (name) => {
        if (failed || name === 'shuttingDown')
            return;
        failed = true;
        countOne(counts.failures, name);
    };
    return {
        opened: (event) => log.opened(event),
        loggedIn: (event) => log.loggedIn(event),
        slow: (event) => log.slow(event),
        closed(event) {
            if (event.reason !== 'closed')
                fail(event.reason);
            log.closed(event);
        },
        refused(event) {
            countOne(counts.refusals, event.error.errorName);
            log.refused(event);
        },
        failed(event) {
            fail(event.error instanceof PgsealError ? event.error.errorName : 'internal');
            log.failed(event);
        },
    };
}
//# sourceMappingURL=counted-log.js.map