import { backend } from '../wire/message-codes.js';
/**
 * Whether the server's first word is an error, as libpq asks before it tries another way (sslmode allow and prefer). What
 * was read goes back into the socket, which is paused. A server that hangs up refuses too.
 */
export function refusesAtOnce(server) {
    return new Promise((resolve) => {
        const settle = (refused) => {
            server.pause();
            server.off('data', onData).off('close', onClose);
            resolve(refused);
        };
        const onData = (chunk) => {
            settle(chunk[0] === backend.errorResponse);
            server.unshift(chunk);
        };
        const onClose = () => settle(true);
        if (server.destroyed) {
            resolve(true);
            return;
        }
        server.on('data', onData).on('close', onClose);
        server.resume();
    });
}
//# sourceMappingURL=refusal-peek.js.map