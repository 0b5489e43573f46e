import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PgsealError } from '../../src/errors.js';
import { encodeSSLRequest } from '../../src/wire/ssl-request.js';
import { decodeStartupMessage, encodeStartupMessage } from '../../src/wire/startup-message.js';
import { StartupReader } from '../../src/wire/startup-reader.js';
const startup = encodeStartupMessage({
    type: 'StartupMessage',
    protocolVersion: 196608,
    parameters: [
        ['user', 'björn'],
        ['client_encoding', 'UTF8'],
        ['client_encoding', 'LATIN1'],
    ],
});
test('packets come whole, byte by byte and together; what follows stays', () => {
    const stream = Buffer.concat([encodeSSLRequest(), startup, Buffer.from('p...')]);
    for (const size of [1, 3, stream.length]) {
        const reader = new StartupReader();
        const packets = [];
        for (let at = 0; at < stream.length; at += size) {
            reader.push(stream.subarray(at, at + size));
            if (packets.length < 2)
                for (let p = reader.take(); p !== undefined; p = packets.length < 2 ? reader.take() : undefined)
                    packets.push(p);
        }
        assert.equal(packets.length, 2);
        assert.equal(packets[0].readInt32BE(0), 80877103);
        assert.deepEqual(decodeStartupMessage(packets[1]).parameters.at(-1), ['client_encoding', 'LATIN1']);
        assert.equal(reader.rest().toString(), 'p...');
        assert.equal(reader.buffered, 0);
    }
});
test('A1: lengths at the exact byte', () => {
    const reads = (length) => {
        const reader = new StartupReader();
        const bytes = Buffer.alloc(Math.max(length, 4));
        bytes.writeInt32BE(length);
        reader.push(bytes);
        return reader.take();
    };
    assert.equal(reads(8)?.length, 4);
    assert.equal(reads(10_004)?.length, 10_000);
    for (const length of [-1, 0, 7, 10_005])
        assert.throws(() => reads(length), PgsealError);
    // "GET " and a TLS ClientHello are lengths too long.
    for (const text of ['GET / HTTP/1.1\r\n', '\x16\x03\x01\x02\x00\x01']) {
        const reader = new StartupReader();
        reader.push(Buffer.from(text, 'latin1'));
        assert.throws(() => reader.take(), PgsealError);
    }
});
//# sourceMappingURL=startup-reader.test.js.map