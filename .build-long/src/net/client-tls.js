// TLS towards clients. Certificates are read again when their files change; connections that stand keep theirs.
import { X509Certificate } from 'node:crypto';
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { createSecureContext, createServer } from 'node:tls';
import { PgsealError } from '../errors.js';
import { serverEndPoint } from './channel-binding.js';
const protocol = 'postgresql';
/** libpq reads 8 kB at a time, and some versions wait for more when a record is longer (pitfall A8). */
const longestRecord = 8192;
/** PostgreSQL has no such limit of its own; the login's clock runs beside it. */
const handshakeMilliseconds = 30_000;
const watchMilliseconds = 2_000;
/** Throws fileUnreadable when certificate, key or authorities cannot be used. `failed` hears of a reload that went wrong. */
export function createClientTls(options, failed) {
    let files = readFiles(options);
    const waiting = new Map();
    const server = createServer({
        ...files.context,
        minVersion: 'TLSv1.2',
        ALPNProtocols: [protocol],
        handshakeTimeout: handshakeMilliseconds,
        requestCert: options.clientCertificates !== 'ignore',
        rejectUnauthorized: options.clientCertificates === 'require',
    });
    const settle = (socket, secured) => {
        const name = nameOf(socket);
        waiting.get(name)?.(secured);
        waiting.delete(name);
    };
    server.on('secureConnection', (socket) => settle(socket, socket));
    server.on('tlsClientError', (_error, socket) => {
        settle(socket, undefined);
        socket.destroy();
    });
    const reload = () => {
        files = readFiles(options);
        server.setSecureContext({ ...files.context, minVersion: 'TLSv1.2' });
    };
    const changed = () => {
        try {
            reload();
        }
        catch (error) {
            failed(error);
        }
    };
    const watched = [options.certificate, options.key, ...(options.clientCa === undefined ? [] : [options.clientCa])];
    for (const file of watched)
        watchFile(file, { interval: watchMilliseconds, persistent: false }, changed);
    return {
        options,
        secure: async (socket, direct) => {
            const { binding } = files;
            const secured = await new Promise((resolve) => {
                const name = nameOf(socket);
                waiting.set(name, resolve);
                socket.once('close', () => {
                    if (waiting.get(name) === resolve)
                        waiting.delete(name);
                    resolve(undefined);
                });
                server.emit('connection', socket);
            });
            if (secured === undefined) {
                socket.destroy();
                return undefined;
            }
            secured.on('error', () => undefined);
            secured.pause();
            const shown = secured.getPeerCertificate();
            const hasCertificate = options.clientCertificates !== 'ignore' && Object.keys(shown ?? {}).length > 0;
            if ((direct && secured.alpnProtocol !== protocol) || (hasCertificate && !secured.authorized)) {
                secured.destroy();
                return undefined;
            }
            secured.setMaxSendFragment(longestRecord);
            const names = hasCertificate ? shown.subject?.CN : undefined;
            return { socket: secured, binding, commonName: typeof names === 'string' ? names : undefined };
        },
        reload,
        close: () => {
            for (const file of watched)
                unwatchFile(file, changed);
        },
    };
}
// Both ends of a connection are its name: no two that are open at once have the same.
function nameOf(socket) {
    return `${socket.remoteAddress} ${socket.remotePort} ${socket.localAddress} ${socket.localPort}`;
}
function readFiles({ certificate, key, clientCa }) {
    const cert = readPem(certificate);
    const context = {
        cert,
        key: readPem(key),
        ...(clientCa === undefined ? {} : { ca: readPem(clientCa) }),
    };
    try {
        createSecureContext(context);
        return { context, binding: serverEndPoint(new X509Certificate(cert).raw) };
    }
    catch {
        // OpenSSL's own words may quote what is in the file.
        throw new PgsealError('fileUnreadable', {
            file: certificate,
            reason: 'certificate and key are not good PEM files that belong together',
        });
    }
}
export function readPem(file) {
    try {
        return readFileSync(file);
    }
    catch (error) {
        throw new PgsealError('fileUnreadable', { file, reason: error.code ?? 'unreadable' });
    }
}
//# sourceMappingURL=client-tls.js.map