import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PgsealError } from '../../src/errors.js';
import { decodeDataRow, encodeDataRow, readDataRow } from '../../src/wire/data-row.js';
import { FrameReader } from '../../src/wire/frame-reader.js';
import { RowWriter } from '../../src/wire/row-writer.js';
import { Random } from '../support/random.js';
const randomRow = (random) => random.list(9, () => (random.below(4) === 0 ? null : random.bytes(random.pick([0, 1, 24, 25, 300]))));
test('readDataRow finds the fields that decodeDataRow gives, at any place of a run', () => {
    const random = new Random(21);
    const offsets = new Int32Array(40);
    const rows = Array.from({ length: 200 }, () => randomRow(random));
    const frames = rows.map((values) => encodeDataRow({ type: 'DataRow', values }));
    const run = Buffer.concat(frames);
    let at = 0;
    rows.forEach((values, index) => {
        const count = readDataRow(run, offsets, at);
        const got = Array.from({ length: count }, (_, i) => {
            const start = offsets[2 * i];
            const length = offsets[2 * i + 1];
            return length === -1 ? null : run.subarray(start, start + length);
        });
        assert.deepEqual(got, values);
        assert.deepEqual(decodeDataRow(frames[index].subarray(5)).values, values);
        at += frames[index].length;
    });
});
test('readDataRow refuses what decodeDataRow refuses, and more fields than there is room for', () => {
    const random = new Random(22);
    const offsets = new Int32Array(2 * 65535);
    const outcome = (run) => {
        try {
            run();
            return 'read';
        }
        catch (error) {
            if (error instanceof PgsealError)
                return error.errorName;
            throw error;
        }
    };
    for (let i = 0; i < 5000; i++) {
        const frame = encodeDataRow({ type: 'DataRow', values: randomRow(random) });
        const at = 5 + random.below(frame.length - 5);
        frame[at] = random.pick([0, 1, 2, 255, random.below(256)]);
        assert.equal(outcome(() => readDataRow(frame, offsets)), outcome(() => decodeDataRow(frame.subarray(5))));
    }
    const two = encodeDataRow({ type: 'DataRow', values: [null, null] });
    assert.equal(readDataRow(two, new Int32Array(4)), 2);
    assert.equal(outcome(() => readDataRow(two, new Int32Array(3))), 'protocolViolation');
});
test('RowWriter builds what encodeDataRow builds, across slabs, and never writes into what it gave away', () => {
    const random = new Random(23);
    const writer = new RowWriter();
    const expected = [];
    const given = [];
    for (let i = 0; i < 3000; i++) {
        const values = randomRow(random);
        if (i % 500 === 0)
            values.push(random.bytes(1000), Buffer.alloc(150_000, i));
        writer.begin();
        if (i % 7 === 0) {
            writer.field(random.bytes(500));
            writer.abandon();
            writer.begin();
        }
        for (const value of values) {
            if (value === null)
                writer.nullField();
            else {
                const padded = Buffer.concat([Buffer.from('ab'), value, Buffer.from('c')]);
                writer.field(padded, 2, 2 + value.length);
            }
        }
        writer.end();
        expected.push(encodeDataRow({ type: 'DataRow', values }));
        if (i % 11 === 0) {
            const bytes = writer.takeBytes();
            given.push({ bytes, copy: Buffer.from(bytes) });
        }
    }
    given.push({ bytes: writer.takeBytes(), copy: Buffer.alloc(0) });
    given[given.length - 1].copy = Buffer.from(given[given.length - 1].bytes);
    assert.equal(writer.pending, 0);
    for (const { bytes, copy } of given)
        assert.ok(bytes.equals(copy));
    assert.ok(Buffer.concat(given.map(({ bytes }) => bytes)).equals(Buffer.concat(expected)));
    const reader = new FrameReader({ wholeFrame: 1 << 20 });
    for (const { bytes } of given)
        reader.push(bytes);
    for (const frame of expected)
        assert.ok(reader.take()?.equals(frame));
});
//# sourceMappingURL=rows.test.js.map