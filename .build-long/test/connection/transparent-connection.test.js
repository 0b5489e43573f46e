import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TransparentConnection } from '../../src/connection/transparent-connection.js';
import { decodeErrorResponse } from '../../src/wire/error-response.js';
import { frontend } from '../../src/wire/message-codes.js';
import { messageField } from '../../src/wire/message-fields.js';
import { Random } from '../support/random.js';
import { backendCodecs, example, frontendCodecs } from '../wire/every-message.js';
function stage() {
    const client = [];
    const server = [];
    let ended = false;
    const log = { refused: () => undefined, failed: () => undefined };
    const connection = new TransparentConnection(log, {
        toClient: (bytes) => client.push(bytes),
        toServer: (bytes) => server.push(bytes),
        destroy: () => {
            ended = true;
        },
    });
    return {
        connection,
        toClient: () => Buffer.concat(client.splice(0)),
        toServer: () => Buffer.concat(server.splice(0)),
        ended: () => ended,
    };
}
const frame = (type, body = Buffer.alloc(0)) => {
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeInt32BE(4 + body.length, 1);
    return Buffer.concat([head, body]);
};
const ready = (status = 'I') => frame('Z', Buffer.from(status));
const sync = frame('S');
const query = frame('Q', Buffer.from('select 1\0'));
test('both directions give back every byte, however it is cut', () => {
    const random = new Random(31);
    for (let round = 0; round < 40; round++) {
        const { connection, toClient, toServer } = stage();
        const codecs = frontendCodecs.filter((codec) => codec.code !== frontend.password);
        const up = Buffer.concat(Array.from({ length: 60 }, () => example(random.pick(codecs), random).frame));
        const down = Buffer.concat(Array.from({ length: 60 }, () => example(random.pick(backendCodecs), random).frame));
        const most = random.pick([1, 4, 7, 100, 100_000]);
        for (const [bytes, give] of [
            [up, (chunk) => connection.fromClient(chunk)],
            [down, (chunk) => connection.fromServer(chunk)],
        ]) {
            for (let at = 0; at < bytes.length;) {
                const size = 1 + random.below(most);
                give(bytes.subarray(at, at + size));
                at += size;
            }
        }
        assert.ok(toServer().equals(up));
        assert.ok(toClient().equals(down));
    }
});
test('what has arrived leaves at once, a header cut in two excepted', () => {
    const { connection, toClient } = stage();
    const row = frame('D', Buffer.alloc(100));
    connection.fromServer(row.subarray(0, 4));
    assert.equal(toClient().length, 0);
    connection.fromServer(row.subarray(4, 50));
    assert.equal(toClient().length, 50);
    connection.fromServer(row.subarray(50));
    assert.equal(toClient().length, 55);
});
test('A65, A61: a message that clients do not send, or too long, ends the connection with 08P01 and goes nowhere', () => {
    for (const bad of [frame('p', Buffer.from('x')), frame('y'), Buffer.from([0x53, 0, 0, 0, 3])]) {
        const { connection, toClient, toServer, ended } = stage();
        connection.fromClient(Buffer.concat([query, bad, query]));
        assert.ok(toServer().equals(query));
        const { fields } = decodeErrorResponse(toClient().subarray(5));
        assert.equal(messageField(fields, 'C'), '08P01');
        assert.equal(messageField(fields, 'S'), 'FATAL');
        assert.ok(ended());
        connection.fromClient(query);
        assert.equal(toServer().length, 0);
    }
});
test('D1: drain waits until every ReadyForQuery owed has come and no block is open', () => {
    const { connection, toClient, ended } = stage();
    connection.fromServer(ready());
    assert.ok(connection.isIdle());
    connection.fromClient(Buffer.concat([query, query, sync]));
    connection.drain();
    connection.fromServer(ready());
    connection.fromServer(ready('T'));
    connection.fromServer(ready('T'));
    assert.ok(!ended());
    connection.fromClient(query);
    const last = ready('I');
    connection.fromServer(last.subarray(0, 5));
    assert.ok(!connection.isIdle());
    toClient();
    connection.fromServer(last.subarray(5));
    assert.ok(ended());
    const said = toClient();
    assert.equal(said[0], 'I'.charCodeAt(0));
    assert.equal(messageField(decodeErrorResponse(said.subarray(6)).fields, 'C'), '57P01');
});
test('A54: a Sync that the server swallows while it reads copy data owes nothing', () => {
    const { connection } = stage();
    connection.fromServer(ready());
    connection.fromClient(Buffer.concat([frame('B', Buffer.alloc(8)), frame('E', Buffer.alloc(5)), sync]));
    connection.fromServer(Buffer.concat([frame('2'), frame('G', Buffer.from([0, 0, 0]))]));
    connection.fromClient(Buffer.concat([frame('d'), frame('c'), sync]));
    assert.ok(!connection.isIdle());
    connection.fromServer(Buffer.concat([frame('C', Buffer.from('COPY 1\0')), ready()]));
    assert.ok(connection.isIdle());
});
//# sourceMappingURL=transparent-connection.test.js.map