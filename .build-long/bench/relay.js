// The bare relay that the proxy is measured against: one process, two sockets, no delay, nothing looked at.
// node dist/bench/relay.js LISTEN_PORT UPSTREAM_PORT; port 0 takes a free one.
import { connect, createServer } from 'node:net';
const [listenPort, upstreamPort] = process.argv.slice(2).map(Number);
if (listenPort === undefined || upstreamPort === undefined)
    throw new Error('usage: relay LISTEN_PORT UPSTREAM_PORT');
const listener = createServer({ noDelay: true }, (client) => {
    const server = connect({ host: '127.0.0.1', port: upstreamPort, noDelay: true });
    client.pipe(server);
    server.pipe(client);
    client.on('error', () => server.destroy());
    server.on('error', () => client.destroy());
});
listener.listen(listenPort, '127.0.0.1', () => {
    console.log(`listening on 127.0.0.1:${listener.address().port}`);
});
//# sourceMappingURL=relay.js.map