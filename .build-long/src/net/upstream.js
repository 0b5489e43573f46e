import { connect } from 'node:net';
import { PgsealError } from '../errors.js';
import { socketOptions } from './socket-options.js';
import { secureUpstream } from './upstream-tls.js';
const connectMilliseconds = 10_000;
/**
 * Opens a socket to the server, encrypted where `encrypted` asks for it and the server speaks TLS. Rejects with
 * upstreamUnreachable or upstreamNotSecure; `signal` gives up. The socket is paused.
 */
export async function connectUpstream(upstream, encrypted, signal) {
    const server = await connectSocket(upstream, signal);
    return encrypted ? secureUpstream(server, upstream.host, upstream.tls, signal) : server;
}
function connectSocket(upstream, signal) {
    return new Promise((resolve, reject) => {
        const { host, port, socketPath } = upstream;
        const server = connect({ ...socketOptions, ...(socketPath === undefined ? { host, port } : { path: socketPath }) });
        server.pause();
        // What an error means is told by the close that follows it.
        server.on('error', () => undefined);
        const timer = setTimeout(() => server.destroy(systemError('ETIMEDOUT')), connectMilliseconds);
        const onAbort = () => {
            server.destroy(systemError('ECANCELED'));
        };
        const settle = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
            server.off('error', onError);
        };
        const onError = (error) => {
            settle();
            reject(new PgsealError('upstreamUnreachable', {}, { logDetail: `could not connect: ${error.code ?? error.name}` }));
        };
        server.once('error', onError);
        server.once('connect', () => {
            settle();
            resolve(server);
        });
        signal.addEventListener('abort', onAbort, { once: true });
        if (signal.aborted)
            onAbort();
    });
}
function systemError(code) {
    return Object.assign(new Error(code), { code });
}
//# sourceMappingURL=upstream.js.map