import { once } from 'node:events';
import { connect, createServer } from 'node:net';
export async function startBalancer(targets) {
    const sockets = new Set();
    let turn = 0;
    const accept = async (client) => {
        client.on('error', () => undefined);
        for (let attempt = 0; attempt < balancer.targets.length; attempt += 1) {
            const server = connect(balancer.targets[turn++ % balancer.targets.length], '127.0.0.1');
            const connected = await once(server, 'connect').then(() => true, () => false);
            server.on('error', () => undefined);
            if (!connected)
                continue;
            for (const [one, other] of [
                [client, server],
                [server, client],
            ]) {
                sockets.add(one);
                one.pipe(other);
                one.once('close', () => {
                    sockets.delete(one);
                    other.destroy();
                });
            }
            return;
        }
        client.destroy();
    };
    let listener = createServer({ noDelay: true }, (client) => void accept(client));
    await once(listener.listen(0, '127.0.0.1'), 'listening');
    const { port } = listener.address();
    const cut = async () => {
        if (!listener.listening)
            return;
        const closed = once(listener, 'close');
        listener.close();
        for (const socket of sockets)
            socket.destroy();
        await closed;
    };
    const balancer = {
        port,
        targets,
        cut,
        async mend() {
            listener = createServer({ noDelay: true }, (client) => void accept(client));
            await once(listener.listen(port, '127.0.0.1'), 'listening');
        },
        close: cut,
    };
    return balancer;
}
//# sourceMappingURL=balancer.js.map