import { PgsealError } from '../errors.js';
import { decodeGSSENCRequest } from '../wire/gssenc-request.js';
import { startupCodes } from '../wire/message-codes.js';
import { decodeSSLRequest } from '../wire/ssl-request.js';
import { StartupReader } from '../wire/startup-reader.js';
const yes = Buffer.from('S');
const no = Buffer.from('N');
/** First byte of a TLS handshake record; no start-up packet begins with it, since none is that long. */
const handshakeRecord = 0x16;
/**
 * Reads the untyped packets that open a connection and answers those that ask for encryption (pitfalls A2, A5, A6). Without
 * `tls` the client goes on in the clear or leaves, as its sslmode says. Resolves to undefined when the client left or sent
 * what PostgreSQL too would only hang up on (pitfalls A1, A7: HTTP, wrong lengths, a request made twice or under TLS).
 * Rejects with what the client must be told. The socket is paused afterwards.
 */
export async function readOpening(client, tls) {
    const first = await readPackets(client, tls === undefined ? 'clear' : 'negotiates');
    if (first === undefined)
        return undefined;
    if (isOpening(first))
        return { ...first, secured: undefined };
    const secured = await tls?.secure(client, first.kind === 'direct');
    if (secured === undefined)
        return undefined;
    const inner = await readPackets(secured.socket, 'encrypted');
    return inner === undefined || !isOpening(inner) ? undefined : { ...inner, secured };
}
function isOpening(packet) {
    return packet.kind === 'startup' || packet.kind === 'cancel';
}
const nothing = Buffer.alloc(0);
function readPackets(client, leg) {
    return new Promise((resolve, reject) => {
        const reader = new StartupReader();
        const asked = new Set();
        let begun = false;
        const stop = () => {
            client.pause();
            client.off('data', onData);
            client.off('close', onClose);
        };
        const onClose = () => {
            stop();
            resolve(undefined);
        };
        const onData = (chunk) => {
            if (!begun && leg === 'negotiates' && chunk[0] === handshakeRecord) {
                stop();
                // Not read yet by anybody: the handshake takes it from the socket's buffer.
                client.unshift(chunk);
                resolve({ kind: 'direct', body: nothing, rest: nothing });
                return;
            }
            begun = true;
            reader.push(chunk);
            let body;
            try {
                body = reader.take();
            }
            catch {
                onClose();
                return;
            }
            if (body === undefined)
                return;
            const code = body.readInt32BE(0);
            if (code !== startupCodes.sslRequest && code !== startupCodes.gssEncRequest) {
                stop();
                resolve({ kind: code === startupCodes.cancelRequest ? 'cancel' : 'startup', body, rest: reader.rest() });
                return;
            }
            if (asked.has(code) || leg === 'encrypted') {
                onClose();
                return;
            }
            asked.add(code);
            try {
                checkRequest(code, body, reader.buffered);
            }
            catch (error) {
                stop();
                reject(error);
                return;
            }
            if (code === startupCodes.sslRequest && leg === 'negotiates') {
                stop();
                client.write(yes);
                resolve({ kind: 'tls', body: nothing, rest: nothing });
            }
            else
                client.write(no);
        };
        client.on('data', onData);
        client.on('close', onClose);
        client.resume();
    });
}
// Pitfall A3: what came before the answer came in the clear, and could be taken for what is said under encryption.
function checkRequest(code, body, buffered) {
    const ssl = code === startupCodes.sslRequest;
    if (ssl)
        decodeSSLRequest(body);
    else
        decodeGSSENCRequest(body);
    if (buffered > 0) {
        throw new PgsealError('unencryptedData', { request: ssl ? 'SSL request' : 'GSSAPI encryption request' });
    }
}
//# sourceMappingURL=opening.js.map