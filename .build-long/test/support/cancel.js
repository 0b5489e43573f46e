import { once } from 'node:events';
import { connect } from 'node:net';
/** Sends a CancelRequest on a connection of its own and waits until the other side has closed that. */
export async function cancel(port, processId, secretKey) {
    const request = Buffer.alloc(16);
    request.writeInt32BE(16, 0);
    request.writeInt32BE(80_877_102, 4);
    request.writeInt32BE(processId, 8);
    request.writeInt32BE(secretKey, 12);
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.resume();
    socket.write(request);
    await once(socket, 'close');
}
//# sourceMappingURL=cancel.js.map