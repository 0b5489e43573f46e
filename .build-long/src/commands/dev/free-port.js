import { once } from 'node:events';
import { createServer } from 'node:net';
/** `preferred` where it is free on 127.0.0.1, else one that the system chooses. */
export async function freePort(preferred) {
    for (const port of [preferred, 0]) {
        const server = createServer();
        try {
            server.listen(port, '127.0.0.1');
            await once(server, 'listening');
            return server.address().port;
        }
        catch (error) {
            if (port === 0)
                throw error;
        }
        finally {
            server.close();
        }
    }
    return preferred;
}
//# sourceMappingURL=free-port.js.map