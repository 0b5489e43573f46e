import { createServer } from 'node:net';
import { PgsealError } from '../errors.js';
import { Session } from './session.js';
import { socketOptions } from './socket-options.js';
import { UserSeats } from './user-seats.js';
/** Listens and serves. Rejects with cannotListen when the address can't be had. */
export async function startServer(options) {
    const sessions = new Set();
    const { upstream, tablesMapped, passthroughDatabases, connectionFactory, log } = options;
    const findKeyWait = (...key) => {
        for (const session of sessions) {
            const wait = session.keyWait(...key);
            if (wait !== undefined)
                return wait;
        }
        return undefined;
    };
    const sessionOptions = {
        upstream,
        tls: options.tls,
        termination: options.termination,
        tablesMapped,
        passthroughDatabases,
        connectionFactory,
        database: upstream.database,
        loginMilliseconds: options.loginMilliseconds ?? 60_000,
        seats: new UserSeats(options.connectionsPerUser ?? (() => undefined)),
        findKeyWait,
        findKeyWaitElsewhere: options.findKeyWaitElsewhere,
    };
    let count = 0;
    let allGone;
    const accept = (client) => {
        const id = ++count;
        const connectionLog = log.connection(id);
        const session = new Session(id, client, sessionOptions, connectionLog);
        sessions.add(session);
        connectionLog.opened({ remote: client.remoteAddress ?? '' });
        client.once('close', () => {
            connectionLog.closed({ reason: 'closed' });
            sessions.delete(session);
            if (sessions.size === 0)
                allGone?.();
        });
        void session.run();
    };
    const listener = createServer(socketOptions, accept);
    const { host, port } = options.listen;
    await new Promise((resolve, reject) => {
        listener.once('error', (error) => {
            reject(new PgsealError('cannotListen', { address: `${host}:${port}`, reason: listenReason(error) }));
        });
        listener.listen({ host, port, backlog: 1024 }, resolve);
    });
    listener.removeAllListeners('error');
    listener.on('error', (error) => log.failed({ during: 'accept', error }));
    const stopListening = () => listener.listening ? new Promise((resolve) => listener.close(() => resolve())) : Promise.resolve();
    const destroyAll = () => {
        for (const session of sessions)
            session.destroy();
    };
    return {
        address: { host, port: listener.address().port },
        connections: () => sessions.size,
        findKeyWait,
        owedReplies: () => {
            let owed = 0;
            for (const session of sessions)
                owed += session.owedReplies();
            return owed;
        },
        drain: async (timeoutMilliseconds) => {
            const closed = stopListening();
            const gone = new Promise((resolve) => {
                allGone = resolve;
                if (sessions.size === 0)
                    resolve();
            });
            for (const session of sessions)
                session.drain();
            const timer = setTimeout(destroyAll, timeoutMilliseconds);
            await gone;
            clearTimeout(timer);
            await closed;
        },
        close: async () => {
            const closed = stopListening();
            destroyAll();
            await closed;
        },
    };
}
function listenReason(error) {
    if (error.code === 'EADDRINUSE')
        return 'the address is in use';
    if (error.code === 'EACCES')
        return 'permission denied';
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        return 'this machine has no such address';
    return error.code ?? 'the system refused';
}
//# sourceMappingURL=server.js.map