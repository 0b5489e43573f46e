import { connect, createServer } from 'node:net';
import { decodeBind } from '../../../src/wire/bind.js';
import { decodeExecute } from '../../../src/wire/execute.js';
import { decodeParse } from '../../../src/wire/parse.js';
import { decodeQuery } from '../../../src/wire/query.js';
/** A relay in front of a server that keeps what clients execute. It answers TLS and GSS requests with "no" itself. */
export async function startRelay(upstreamPort) {
    let taken = [];
    const sockets = new Set();
    const server = createServer((client) => {
        const upstream = connect(upstreamPort, '127.0.0.1');
        const reader = new ClientReader((statement) => taken.push(statement));
        for (const [one, other] of [
            [client, upstream],
            [upstream, client],
        ]) {
            sockets.add(one);
            one.setNoDelay(true);
            one.on('error', () => other.destroy());
            one.on('close', () => other.destroy());
        }
        client.on('data', (chunk) => {
            const { toServer, answer } = reader.read(chunk);
            if (answer !== undefined)
                client.write(answer);
            if (toServer.length > 0)
                upstream.write(toServer);
        });
        upstream.on('data', (chunk) => client.write(chunk));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('no port');
    return {
        port: address.port,
        take: () => {
            const all = taken;
            taken = [];
            return all;
        },
        stop: () => {
            for (const socket of sockets)
                socket.destroy();
            server.close();
        },
    };
}
const sslRequest = 80877103;
const gssEncRequest = 80877104;
/** The messages of one client. */
class ClientReader {
    #keep;
    #prepared = new Map();
    #portals = new Map();
    #input = Buffer.alloc(0);
    #started = false;
    constructor(keep) {
        this.#keep = keep;
    }
    /** What goes on to the server, and what the relay answers itself. */
    read(chunk) {
        this.#input = Buffer.concat([this.#input, chunk]);
        const out = [];
        for (;;) {
            const head = this.#started ? 1 : 0;
            if (this.#input.length < head + 4)
                break;
            const length = this.#input.readInt32BE(head) + head;
            if (this.#input.length < length)
                break;
            const frame = this.#input.subarray(0, length);
            this.#input = this.#input.subarray(length);
            if (!this.#started) {
                const code = frame.readInt32BE(4);
                if (code === sslRequest || code === gssEncRequest)
                    return { toServer: Buffer.concat(out), answer: Buffer.from('N') };
                this.#started = true;
            }
            else
                this.#message(String.fromCharCode(frame[0]), frame.subarray(5));
            out.push(frame);
        }
        return { toServer: Buffer.concat(out), answer: undefined };
    }
    #message(type, body) {
        if (type === 'Q') {
            const sql = decodeQuery(body).query.toString();
            this.#keep({ sql, simple: true, oids: [], values: [], results: [] });
        }
        else if (type === 'P') {
            const { name, query, parameterTypes } = decodeParse(body);
            this.#prepared.set(name, { sql: query.toString(), oids: parameterTypes });
        }
        else if (type === 'B') {
            const { portal, statement, parameterFormats, values, resultFormats } = decodeBind(body);
            const prepared = this.#prepared.get(statement);
            if (prepared === undefined)
                throw new Error('a Bind of no statement');
            const formatOf = (index) => parameterFormats[parameterFormats.length === 1 ? 0 : index] ?? 0;
            this.#portals.set(portal, {
                ...prepared,
                simple: false,
                values: values.map((value, index) => {
                    if (value === null)
                        return null;
                    return formatOf(index) === 1 ? Buffer.from(value) : value.toString();
                }),
                results: resultFormats,
            });
        }
        else if (type === 'E') {
            const found = this.#portals.get(decodeExecute(body).portal);
            if (found !== undefined)
                this.#keep(found);
        }
    }
}
//# sourceMappingURL=relay.js.map