import { PgsealError } from '../errors.js';
import { authenticationRequests, decodeAuthentication, encodeAuthentication } from '../wire/authentication.js';
import { FrameReader } from '../wire/frame-reader.js';
import { backend, frontend } from '../wire/message-codes.js';
import { longestToken } from './login-frames.js';
const plusSuffix = '-PLUS';
/** Most bytes that a client may send ahead of the end of its login before it is no longer read. */
const readAhead = 64 * 1024;
/**
 * Relays the login until AuthenticationOk has been passed on. The server asks, the client answers each request with one
 * message 'p'; anything else at its turn is refused. Secrets are passed unread. Mechanisms that bind a login to the TLS
 * connection are left out, since the client's and the server's are two; a client that signs the other list is refused
 * before the server is (pitfalls A27, A28). Resolves to undefined when either side left
 * or the server refused the login (its error was passed on). Rejects with what the client must be told. Both sockets are
 * paused afterwards.
 */
export function relayLogin(client, server, sentAhead) {
    return new Promise((resolve, reject) => {
        const fromClient = new FrameReader({ wholeFrame: longestToken + 1 });
        const fromServer = new FrameReader({ wholeFrame: longestToken + 1 });
        fromClient.push(sentAhead);
        let answersOwed = 0;
        let refused = false;
        let plusLeftOut = false;
        const stop = (act) => {
            client.pause();
            server.pause();
            client.off('data', onClientData).off('close', onClientClose);
            server.off('data', onServerData).off('close', onServerClose);
            act();
        };
        const guarded = (run) => {
            try {
                run();
            }
            catch (error) {
                stop(() => reject(error));
            }
        };
        const passAnswers = () => {
            while (answersOwed > 0 && fromClient.head()) {
                if (fromClient.type !== frontend.password) {
                    throw new PgsealError('protocolViolation', { what: 'expected an answer to the authentication request' });
                }
                const frame = fromClient.take();
                if (frame === undefined)
                    break;
                answersOwed -= 1;
                if (plusLeftOut) {
                    plusLeftOut = false;
                    if (!signsNoBinding(frame))
                        throw new PgsealError('channelBindingRelayed');
                }
                server.write(frame);
            }
            if (fromClient.buffered > readAhead + longestToken)
                client.pause();
            else
                client.resume();
        };
        const passRequests = () => {
            for (let frame = fromServer.take(); frame !== undefined; frame = fromServer.take()) {
                const type = frame[0];
                if (type === backend.errorResponse || type === backend.noticeResponse) {
                    client.write(frame);
                    refused ||= type === backend.errorResponse;
                    continue;
                }
                if (type !== backend.authentication)
                    throw new PgsealError('upstreamLost', {}, { logDetail: 'unexpected message' });
                const { request, bytes } = decodeAuthentication(frame.subarray(5));
                if (request === authenticationRequests.sasl) {
                    const left = withoutBinding(bytes);
                    plusLeftOut = left.length < bytes.length;
                    client.write(plusLeftOut ? encodeAuthentication({ type: 'Authentication', request, bytes: left }) : frame);
                }
                else
                    client.write(frame);
                if (request === authenticationRequests.ok) {
                    stop(() => resolve({ fromClient: fromClient.rest(), fromServer: fromServer.rest() }));
                    return;
                }
                if (request !== authenticationRequests.saslFinal)
                    answersOwed += 1;
            }
            passAnswers();
        };
        const onClientData = (chunk) => {
            fromClient.push(chunk);
            guarded(passAnswers);
        };
        const onServerData = (chunk) => {
            fromServer.push(chunk);
            guarded(passRequests);
        };
        const onClientClose = () => stop(() => resolve(undefined));
        const onServerClose = () => {
            stop(() => (refused ? resolve(undefined) : reject(new PgsealError('upstreamLost'))));
        };
        client.on('data', onClientData).on('close', onClientClose);
        server.on('data', onServerData).on('close', onServerClose);
        if (client.destroyed)
            onClientClose();
        else if (server.destroyed)
            onServerClose();
        else {
            client.resume();
            server.resume();
        }
    });
}
// AuthenticationSASL: names, each with a NUL, and a NUL behind them.
function withoutBinding(mechanisms) {
    const names = mechanisms.toString('latin1').split('\0');
    return Buffer.from(names.filter((name) => !name.endsWith(plusSuffix)).join('\0'), 'latin1');
}
// SASLInitialResponse: name of the mechanism and a NUL, int32 length, the client's first message, which begins with the flag.
function signsNoBinding(frame) {
    const end = frame.indexOf(0, 5);
    return end !== -1 && !frame.toString('latin1', 5, end).endsWith(plusSuffix) && frame[end + 5] === 0x6e;
}
//# sourceMappingURL=login.js.map