import { decodeCancelRequest, encodeCancelRequest } from '../wire/cancel-request.js';
import { connectUpstream } from './upstream.js';
import { attempts } from './upstream-tls.js';
/** The server closes at once; one that doesn't is not waited for longer. */
const patienceMilliseconds = 10_000;
/** Longest that a server is waited for before a wait for keys ends: whoever cancels wants it at once. */
const askServerMilliseconds = 1_000;
/**
 * Carries out a CancelRequest. A connection of this process that waits for a key service is told, and the server is left
 * alone, for it is not at work: the request might hit the next statement (pitfall A21). Where it may be at work too, it is
 * asked first. Everything else goes to the server.
 */
export async function handleCancel(client, body, upstream, signal, findKeyWait, findElsewhere) {
    const { processId, secretKey } = decodeCancelRequest(body);
    const wait = findKeyWait(processId, secretKey) ?? (await findElsewhere?.(processId, secretKey));
    if (wait !== undefined && !wait.serverMayWork) {
        wait.end();
        client.end();
        client.resume();
        return;
    }
    const clock = wait === undefined ? undefined : setTimeout(() => wait.end(), askServerMilliseconds);
    try {
        await passCancel(client, body, upstream, signal);
    }
    finally {
        clearTimeout(clock);
        wait?.end();
    }
}
/**
 * Passes a CancelRequest on, over a connection of its own (pitfalls A18-A21: the key is the server's own, so any process
 * can pass it). libpq takes the close of its socket as the sign that the request was handled, so the client's closes only
 * after the server's. A client that does not wait for that is served too. Rejects when the server can't be reached.
 */
async function passCancel(client, body, upstream, signal) {
    const packet = encodeCancelRequest(decodeCancelRequest(body));
    const server = await connectUpstream(upstream, attempts(upstream.tls.mode)[0], signal);
    await new Promise((resolve) => {
        const give = () => {
            server.destroy();
        };
        const timer = setTimeout(give, patienceMilliseconds);
        server.once('close', () => {
            clearTimeout(timer);
            resolve();
        });
        signal.addEventListener('abort', give, { once: true });
        server.resume();
        server.write(packet);
    });
    client.end();
    client.resume();
}
//# sourceMappingURL=cancel.js.map