import { PgsealError } from '../errors.js';
import { authenticationRequests, encodeAuthentication } from '../wire/authentication.js';
import { BodyReader } from '../wire/body-reader.js';
import { frontend } from '../wire/message-codes.js';
import { ScramServer } from './scram-server.js';
/**
 * Asks the client for its password's proof. Gives what the server can be logged in to with; undefined when the client left.
 * AuthenticationOk is not sent: the server has not been asked yet. Rejects with what the client must be told.
 */
export async function clientLogin(client, frames, user, found, binding) {
    const exchange = new ScramServer(user, found, binding);
    const names = exchange.mechanisms.flatMap((name) => [Buffer.from(name), Buffer.of(0)]);
    ask(client, authenticationRequests.sasl, Buffer.concat([...names, Buffer.of(0)]));
    const initial = await answer(frames);
    if (initial === undefined)
        return undefined;
    const { mechanism, message } = initialResponse(initial);
    ask(client, authenticationRequests.saslContinue, exchange.begin(mechanism, message));
    const final = await answer(frames);
    if (final === undefined)
        return undefined;
    const verdict = exchange.finish(final);
    if (verdict === undefined || found.secret === undefined)
        throw new PgsealError('passwordRefused', { user });
    ask(client, authenticationRequests.saslFinal, verdict.message);
    return { clientKey: verdict.clientKey, secret: found.secret };
}
function ask(client, request, bytes) {
    client.write(encodeAuthentication({ type: 'Authentication', request, bytes }));
}
async function answer(frames) {
    const frame = await frames.next();
    if (frame === undefined)
        return undefined;
    if (frame[0] !== frontend.password) {
        throw new PgsealError('protocolViolation', { what: 'expected an answer to the authentication request' });
    }
    return frame.subarray(5);
}
// SASLInitialResponse (F): string mechanism, int32 length of the message, the message.
function initialResponse(body) {
    const reader = new BodyReader(body, 'SASLInitialResponse');
    const mechanism = reader.name();
    const message = reader.value();
    reader.end();
    if (message === null)
        throw new PgsealError('loginMessage', { what: 'first message' });
    return { mechanism, message };
}
//# sourceMappingURL=client-login.js.map