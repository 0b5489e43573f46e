import { once } from 'node:events';
import { connect } from 'node:net';
import { FrameReader } from '../src/wire/frame-reader.js';
import { backend } from '../src/wire/message-codes.js';
import { encodeQuery } from '../src/wire/query.js';
import { encodeStartupMessage, protocol30 } from '../src/wire/startup-message.js';
/** Runs statements one after the other in one connection; `text` gives the SQL of each by its number. */
export async function memoryGrowth(proxy, database, text, counts) {
    const stream = await StatementStream.open({ port: proxy.port, database });
    await stream.run(0, counts.early, text);
    const early = await proxy.usage('memory');
    await stream.run(counts.early, counts.late, text);
    const late = await proxy.usage('memory');
    stream.close();
    return { early: early.memory, late: late.memory, earlyResident: early.rss, lateResident: late.rss };
}
const batch = 200;
/** A client that sends simple queries in batches and only counts what comes back: it must cost less than the proxy. */
class StatementStream {
    socket;
    reader = new FrameReader({ wholeFrame: 1 << 20 });
    owed = 1;
    done = () => undefined;
    constructor(socket) {
        this.socket = socket;
        socket.on('data', (chunk) => {
            this.reader.push(chunk);
            for (let frame = this.reader.take(); frame !== undefined; frame = this.reader.take()) {
                if (frame[0] === backend.errorResponse)
                    socket.destroy(new Error('a statement failed'));
                if (frame[0] === backend.readyForQuery && --this.owed === 0)
                    this.done();
            }
        });
    }
    static async open(target) {
        const socket = connect({ host: '127.0.0.1', port: target.port, noDelay: true });
        await once(socket, 'connect');
        const stream = new StatementStream(socket);
        const parameters = [
            ['user', 'postgres'],
            ['database', target.database],
        ];
        await stream.send([encodeStartupMessage({ type: 'StartupMessage', protocolVersion: protocol30, parameters })], 1);
        return stream;
    }
    async run(from, to, text) {
        for (let n = from; n < to; n += batch) {
            const size = Math.min(batch, to - n);
            const queries = Array.from({ length: size }, (_, i) => {
                return encodeQuery({ type: 'Query', query: Buffer.from(text(n + i)) });
            });
            await this.send(queries, size);
        }
    }
    close() {
        this.socket.destroy();
    }
    send(frames, owed) {
        this.owed = owed;
        return new Promise((resolve, reject) => {
            this.done = resolve;
            this.socket.once('error', reject);
            this.socket.write(Buffer.concat(frames), () => this.socket.off('error', reject));
        });
    }
}
//# sourceMappingURL=memory.js.map