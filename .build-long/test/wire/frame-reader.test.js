import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PgsealError } from '../../src/errors.js';
import { FrameReader } from '../../src/wire/frame-reader.js';
import { backend, frontend } from '../../src/wire/message-codes.js';
import { Random } from '../support/random.js';
import { backendCodecs, example, frontendCodecs } from './every-message.js';
const large = 1 << 20;
test('a transcript gives the same frames whole, byte by byte, coalesced and cut at random', () => {
    const random = new Random(3);
    const frames = Array.from({ length: 60 }, () => backendCodecs.map((codec) => example(codec, random).frame)).flat();
    const stream = Buffer.concat(frames);
    const cuts = {
        whole: () => stream.length,
        'byte by byte': () => 1,
        'pieces of 3': () => 3,
        'at random': () => 1 + random.below(200),
    };
    for (const [name, next] of Object.entries(cuts)) {
        const reader = new FrameReader({ wholeFrame: large });
        const got = [];
        for (let at = 0; at < stream.length;) {
            const size = next();
            reader.push(stream.subarray(at, at + size));
            at += size;
            for (let frame = reader.take(); frame !== undefined; frame = reader.take())
                got.push(frame);
        }
        assert.deepEqual(got, frames, name);
        assert.equal(reader.buffered, 0);
    }
});
test('parts, runs and whole frames mixed at random give back the stream', () => {
    const random = new Random(5);
    const want = new Uint8Array(256);
    for (const code of [backend.dataRow, backend.bindComplete, backend.commandComplete])
        want[code] = 1;
    for (let round = 0; round < 60; round++) {
        const frames = Array.from({ length: 80 }, () => example(random.pick(backendCodecs), random).frame);
        const stream = Buffer.concat(frames);
        const reader = new FrameReader({ wholeFrame: large });
        const got = [];
        let begun = 0;
        for (let at = 0; at < stream.length;) {
            const size = 1 + random.below(300);
            reader.push(stream.subarray(at, at + size));
            at += size;
            for (;;) {
                let bytes;
                const between = reader.remaining === 0;
                const way = between ? random.below(3) : 0;
                if (way === 0) {
                    bytes = reader.takePart();
                    if (between && bytes !== undefined)
                        begun += 1;
                }
                else if (way === 1) {
                    bytes = reader.take();
                    if (bytes !== undefined)
                        begun += 1;
                }
                else {
                    bytes = reader.takeRun(want, random.below(2) === 0);
                    if (bytes !== undefined) {
                        begun += reader.runFrames;
                        assert.equal(want[bytes[0]], 1);
                    }
                }
                if (bytes === undefined) {
                    if (way === 2 && reader.complete())
                        continue;
                    break;
                }
                got.push(bytes);
            }
        }
        for (let rest = reader.take(); rest !== undefined; rest = reader.take()) {
            got.push(rest);
            begun += 1;
        }
        assert.deepEqual(Buffer.concat(got), stream);
        assert.equal(begun, frames.length);
    }
});
test('a run is one view of the chunk, counts its frames and stops before what is not wanted', () => {
    const row = Buffer.from([backend.dataRow, 0, 0, 0, 6, 0, 0]);
    const ready = Buffer.from([backend.readyForQuery, 0, 0, 0, 5, 0x49]);
    const chunk = Buffer.concat([row, row, row, ready, row.subarray(0, 6)]);
    const want = new Uint8Array(256);
    want[backend.dataRow] = 1;
    const reader = new FrameReader({ wholeFrame: large });
    reader.push(chunk);
    const run = reader.takeRun(want);
    assert.equal(run?.buffer, chunk.buffer);
    assert.equal(run?.length, 21);
    assert.equal(reader.runFrames, 3);
    assert.equal(reader.takeRun(want), undefined);
    assert.deepEqual(reader.take(), ready);
    assert.equal(reader.takeRun(want), undefined);
    assert.equal(reader.takeRun(want, true)?.length, 6);
    assert.equal(reader.remaining, 1);
    reader.push(row.subarray(6));
    assert.equal(reader.takePart()?.length, 1);
    assert.equal(reader.remaining, 0);
    assert.equal(reader.head(), false);
});
test('A61: lengths at the exact byte: below 4, short messages of a client, SQL and data', () => {
    const header = (code, length) => {
        const bytes = Buffer.alloc(5);
        bytes[0] = code;
        bytes.writeInt32BE(length, 1);
        return bytes;
    };
    const reads = (client, code, length) => {
        const reader = new FrameReader({ wholeFrame: large, client });
        reader.push(header(code, length));
        return reader.head();
    };
    for (const length of [-1, -0x80000000, 0, 3]) {
        refused(() => reads(false, backend.dataRow, length), 'protocolViolation');
        refused(() => reads(true, frontend.query, length), 'protocolViolation');
    }
    assert.ok(reads(false, backend.dataRow, 4));
    for (const code of [frontend.close, frontend.describe, frontend.execute, frontend.flush, frontend.sync]) {
        assert.ok(reads(true, code, 10_000));
        refused(() => reads(true, code, 10_001), 'protocolViolation');
    }
    for (const code of [frontend.query, frontend.parse, frontend.bind, frontend.functionCall, frontend.copyData]) {
        assert.ok(reads(true, code, 0x3ffffffe));
        refused(() => reads(true, code, 0x3fffffff), 'protocolViolation');
    }
    assert.ok(reads(false, backend.dataRow, 0x7fffffff));
});
test('A65: a type that clients do not send is refused, a run stops before it', () => {
    for (let code = 0; code < 256; code++) {
        const reader = new FrameReader({ wholeFrame: large, client: true });
        reader.push(Buffer.from([code, 0, 0, 0, 4]));
        assert.equal(reader.takeRun(new Uint8Array(256)), undefined);
        const known = frontendCodecs.some((codec) => codec.code === code) && code !== frontend.password;
        if (known)
            assert.ok(reader.head());
        else
            refused(() => reader.head(), 'protocolViolation');
    }
});
test('a frame one byte longer than may be held is refused before it is buffered; in parts it passes', () => {
    const frame = (length) => {
        const bytes = Buffer.alloc(length);
        bytes[0] = frontend.query;
        bytes.writeInt32BE(length - 1, 1);
        return bytes;
    };
    const fits = new FrameReader({ wholeFrame: 100, client: true });
    fits.push(frame(100));
    assert.equal(fits.take()?.length, 100);
    for (const ask of ['take', 'complete']) {
        const reader = new FrameReader({ wholeFrame: 100, client: true });
        reader.push(frame(101).subarray(0, 5));
        refused(() => reader[ask](), 'messageTooLarge');
    }
    const streamed = new FrameReader({ wholeFrame: 100, client: true });
    streamed.push(frame(101));
    assert.equal(streamed.takePart()?.length, 101);
});
test('D23: a frame of 32 MB in chunks of 1 KB is put together once', () => {
    const size = 32 << 20;
    const stream = Buffer.alloc(size);
    stream[0] = backend.dataRow;
    stream.writeInt32BE(size - 1, 1);
    const reader = new FrameReader({ wholeFrame: size });
    const started = process.hrtime.bigint();
    for (let at = 0; at < size; at += 1024) {
        assert.equal(reader.take(), undefined);
        reader.push(stream.subarray(at, at + 1024));
    }
    const frame = reader.take();
    const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
    assert.ok(frame?.equals(stream));
    // Quadratic concatenation takes more than ten seconds.
    assert.ok(milliseconds < 3000, `took ${milliseconds} ms`);
});
function refused(run, name) {
    assert.throws(run, (error) => error instanceof PgsealError && error.errorName === name);
}
//# sourceMappingURL=frame-reader.test.js.map