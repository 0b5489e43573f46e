// TLS towards the server, by libpq's rules for sslmode and sslnegotiation.
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { PgsealError } from '../errors.js';
import { encodeSSLRequest } from '../wire/ssl-request.js';
import { readPem } from './client-tls.js';
/** In which order a connection is tried, true with TLS. What follows is tried when the server refuses what came before. */
export function attempts(mode) {
    if (mode === 'disable')
        return [false];
    if (mode === 'allow')
        return [false, true];
    return mode === 'prefer' ? [true, false] : [true];
}
const milliseconds = 10_000;
/**
 * Encrypts a fresh socket. Resolves to the socket as it is where the server does not speak TLS and sslmode is `prefer` or
 * `allow`. Rejects with upstreamNotSecure; the socket is closed then.
 */
export async function secureUpstream(server, host, tls, signal) {
    try {
        if (tls.negotiation === 'postgres') {
            const answer = await ask(server, signal);
            if (answer === 'N' && (tls.mode === 'prefer' || tls.mode === 'allow'))
                return server;
            // An error in place of an answer is not to be trusted, and is not shown (pitfall A4, CVE-2024-10977).
            if (answer !== 'S')
                throw notSecure('the server does not speak TLS');
        }
        return await handshake(server, host, tls, signal);
    }
    catch (error) {
        server.destroy();
        throw error;
    }
}
// One byte and nothing behind it: what came before the handshake was not encrypted (pitfall A3, CVE-2021-23222).
function ask(server, signal) {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => server.destroy(), milliseconds);
        const onAbort = () => {
            server.destroy();
        };
        const settle = (act) => {
            clearTimeout(timer);
            server.pause();
            server.off('data', onData).off('close', onClose);
            signal.removeEventListener('abort', onAbort);
            act();
        };
        const onData = (chunk) => {
            const answer = String.fromCharCode(chunk[0]);
            const alone = chunk.length === 1;
            settle(() => alone || answer === 'E' ? resolve(answer) : reject(notSecure('unencrypted data behind the answer')));
        };
        const onClose = () => settle(() => reject(notSecure('the server closed the connection')));
        server.on('data', onData).on('close', onClose);
        signal.addEventListener('abort', onAbort, { once: true });
        server.write(encodeSSLRequest());
        if (server.destroyed)
            onClose();
        else
            server.resume();
    });
}
function handshake(socket, host, tls, signal) {
    const options = secureOptions(host, tls);
    return new Promise((resolve, reject) => {
        const server = connect({ ...options, socket });
        const timer = setTimeout(() => server.destroy(), milliseconds);
        const onAbort = () => {
            server.destroy();
        };
        const settle = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
            server.off('close', onClose).off('error', onError);
        };
        const onError = (error) => {
            settle();
            reject(notSecure(error.code ?? 'handshake failed'));
        };
        const onClose = () => {
            settle();
            reject(notSecure('the server closed the connection'));
        };
        server.on('error', () => undefined);
        server.on('error', onError).on('close', onClose);
        signal.addEventListener('abort', onAbort, { once: true });
        server.once('secureConnect', () => {
            settle();
            server.pause();
            if (tls.negotiation === 'direct' && server.alpnProtocol !== 'postgresql') {
                server.destroy();
                reject(notSecure('the server did not agree on ALPN'));
            }
            else
                resolve(server);
        });
        if (signal.aborted)
            onAbort();
    });
}
function secureOptions(host, tls) {
    const { mode, rootCertificate, certificate, key } = tls;
    // libpq: with authorities at hand, require checks as verify-ca does.
    const checked = mode.startsWith('verify') || (mode === 'require' && rootCertificate !== undefined);
    return {
        host,
        servername: isIP(host) === 0 ? host : '',
        minVersion: 'TLSv1.2',
        ALPNProtocols: ['postgresql'],
        rejectUnauthorized: checked,
        ...(mode === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
        ...(rootCertificate === undefined ? {} : { ca: readPem(rootCertificate) }),
        ...(certificate === undefined ? {} : { cert: readPem(certificate) }),
        ...(key === undefined ? {} : { key: readPem(key) }),
    };
}
function notSecure(logDetail) {
    return new PgsealError('upstreamNotSecure', {}, { logDetail });
}
//# sourceMappingURL=upstream-tls.js.map