// The proxy's own login to the server in a user's name, after that user has shown his password to the proxy.
import { createHash } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import { PgsealError } from '../errors.js';
import { authenticationRequests, decodeAuthentication } from '../wire/authentication.js';
import { backend, frontend } from '../wire/message-codes.js';
import { MessageWriter } from '../wire/message-writer.js';
import { serverEndPoint } from './channel-binding.js';
import { ScramClient } from './scram-client.js';
import { scram, scramPlus } from './scram-server.js';
const none = Buffer.alloc(0);
/**
 * Answers the server's requests until AuthenticationOk, which is not passed on. Resolves to the server's ErrorResponse where
 * it refused, undefined where the login is done. Rejects with upstreamLost or upstreamLoginRefused.
 */
export async function serverLogin(server, frames, user, credential) {
    let exchange;
    let confirmed = false;
    const refused = (reason) => new PgsealError('upstreamLoginRefused', { user, reason });
    const password = () => {
        if (!('password' in credential)) {
            throw refused('It asks for a password, and "auth.serverPasswordsFile" is not set.');
        }
        return credential.password;
    };
    for (;;) {
        const frame = await frames.next();
        if (frame === undefined)
            throw new PgsealError('upstreamLost');
        if (frame[0] === backend.noticeResponse)
            continue;
        if (frame[0] === backend.errorResponse)
            return frame;
        if (frame[0] !== backend.authentication)
            throw new PgsealError('upstreamLost', {}, { logDetail: 'unexpected message' });
        const { request, bytes } = decodeAuthentication(frame.subarray(5));
        switch (request) {
            case authenticationRequests.ok:
                if (exchange !== undefined && !confirmed)
                    throw refused('It did not show that it knows the password.');
                return undefined;
            case authenticationRequests.cleartextPassword:
                if (!(server instanceof TLSSocket) && !loopback(server))
                    throw refused('It asks for a password in the clear.');
                send(server, Buffer.concat([Buffer.from(password()), Buffer.of(0)]));
                break;
            case authenticationRequests.md5Password:
                send(server, Buffer.from(`md5${md5(md5(password() + user), bytes)}\0`));
                break;
            case authenticationRequests.sasl: {
                const offered = bytes.toString('latin1').split('\0');
                const { mechanism, binding } = choose(server, offered);
                if (mechanism === undefined)
                    throw refused('It offers no mechanism of SCRAM-SHA-256.');
                exchange = new ScramClient(credential, binding);
                const first = exchange.first();
                send(server, new MessageWriter(frontend.password).name(mechanism).value(first).finish().subarray(5));
                break;
            }
            case authenticationRequests.saslContinue: {
                const final = await exchange?.finish(bytes);
                if (final === undefined)
                    throw refused('It has another SCRAM secret for the user than the proxy.');
                send(server, final);
                break;
            }
            case authenticationRequests.saslFinal:
                confirmed = exchange?.confirms(bytes) === true;
                break;
            default:
                throw refused('It asks for a kind of login that cannot be made in a user’s name.');
        }
    }
}
function choose(server, offered) {
    const certificate = server instanceof TLSSocket ? server.getPeerCertificate().raw : undefined;
    const data = certificate === undefined ? undefined : serverEndPoint(certificate);
    if (data !== undefined && offered.includes(scramPlus)) {
        return { mechanism: scramPlus, binding: { header: 'p=tls-server-end-point,,', data } };
    }
    const mechanism = offered.includes(scram) ? scram : undefined;
    // We could bind and were not offered it: a server that had offered it will notice (RFC 5802 section 6).
    return { mechanism, binding: { header: data === undefined ? 'n,,' : 'y,,', data: none } };
}
function send(server, bytes) {
    server.write(new MessageWriter(frontend.password, bytes.length).bytes(bytes).finish());
}
function md5(text, salt = none) {
    return createHash('md5').update(text, 'utf8').update(salt).digest('hex');
}
function loopback(server) {
    const address = server.remoteAddress ?? '127.0.0.1';
    return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}
//# sourceMappingURL=server-login.js.map