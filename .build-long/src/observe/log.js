import { destination, pino, stdTimeFunctions } from 'pino';
import { PgsealError } from '../errors.js';
/** JSON lines on stderr, or on `stream`; each with what `base` has. `connections`: those that come and leave are told too. Written at once: what is logged last is often why the process ended. */
export function createLog(level = 'info', stream, base = {}, connections = false) {
    const options = { level, base: { ...base }, timestamp: stdTimeFunctions.isoTime, formatters: { level: levelName } };
    const logger = pino(options, stream ?? destination({ dest: 2, sync: true }));
    return {
        started: ({ host, port, mode, tables }) => logger.info({ event: 'started', host, port, mode, tables }),
        httpStarted: ({ host, port }) => logger.info({ event: 'http-started', host, port }),
        reloaded: ({ tables }) => logger.info({ event: 'reloaded', tables }),
        workerReplaced: ({ worker }) => logger.error({ event: 'worker-replaced', worker }),
        stopping: ({ signal, connections }) => logger.info({ event: 'stopping', signal, connections }),
        stopped: () => logger.info({ event: 'stopped' }),
        catalogRead: ({ epoch, relations }) => logger.info({ event: 'catalog-read', epoch, relations }),
        weakness: ({ what }) => logger.warn({ event: 'weakness', what }),
        failed: ({ during, error }) => logger.error({ event: 'failed', during, ...errorFields(error) }),
        keys: {
            info: (fields, message) => logger.info({ event: 'keys', ...fields }, message),
            warn: (fields, message) => logger.warn({ event: 'keys', ...fields }, message),
        },
        audit: auditLog(logger),
        alert: (event) => logger.warn({ event: 'alert', ...event }),
        connection: (id) => connectionLog(logger, id, connections ? 'info' : 'debug'),
    };
}
function auditLog(logger) {
    return {
        auditFailed: (fields) => logger.fatal({ event: 'audit-failed', ...fields }),
        auditResumed: (fields) => logger.warn({ event: 'audit-resumed', ...fields }),
        auditAnchorFailed: ({ error }) => logger.error({ event: 'audit-anchor-failed', ...errorFields(error) }),
        webhookFailed: (fields) => logger.error({ event: 'webhook-failed', ...fields }),
    };
}
function connectionLog(logger, connection, level) {
    const began = performance.now();
    return {
        opened: ({ remote }) => logger[level]({ event: 'connection-opened', connection, remote }),
        loggedIn: ({ user, database }) => logger[level]({ event: 'logged-in', connection, user, database }),
        closed: ({ reason }) => {
            const seconds = Math.round(performance.now() - began) / 1000;
            logger[level]({ event: 'connection-closed', connection, reason, seconds });
        },
        slow: ({ times, ...event }) => {
            const milliseconds = Object.fromEntries(Object.entries(times).map(([phase, time]) => [phase, Math.round(time * 10) / 10]));
            logger.warn({ event: 'slow-statement', connection, ...event, milliseconds });
        },
        refused: ({ error, statement }) => {
            logger.warn({ event: 'refused', connection, statement, ...errorFields(error) });
        },
        failed: ({ error }) => {
            // A connection that was asked to end has not failed.
            const level = error instanceof PgsealError && error.errorName === 'shuttingDown' ? 'debug' : 'error';
            logger[level]({ event: 'connection-failed', connection, ...errorFields(error) });
        },
    };
}
function levelName(label) {
    return { level: label };
}
function errorFields(error) {
    if (error instanceof PgsealError) {
        const { errorName, sqlstate, message, logDetail } = error;
        return { error: errorName, sqlstate, message, ...(logDetail === undefined ? {} : { detail: logDetail }) };
    }
    if (!(error instanceof Error))
        return { error: typeof error };
    const code = error.code;
    // Frames name files and functions; the lines above them are the message.
    const at = (error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 5)
        .map((line) => line.trim().replace(/file:\/\/\S*\/(src|node_modules)\//, '$1/'))
        .join('; ');
    return { error: error.name, ...(typeof code === 'string' ? { code } : {}), at };
}
//# sourceMappingURL=log.js.map