import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { Webhook } from '../../src/observe/webhook.js';
async function serve(t, answer) {
    const server = createServer((request, response) => {
        let body = '';
        request.setEncoding('utf8').on('data', (part) => {
            body += part;
        });
        request.on('end', () => answer(request, response, body));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => {
        server.closeAllConnections();
        server.close();
    });
    return `http://127.0.0.1:${server.address().port}/hook`;
}
function webhook(t, url, timeoutMs = 5_000) {
    const failed = [];
    const made = new Webhook({ url, headers: { authorization: 'Bearer token' }, timeoutMs, retryMs: 10 }, { webhookFailed: ({ reason, dropped }) => failed.push(`${reason} ${dropped}`) });
    t.after(() => made.close());
    return { made, failed };
}
test('bodies arrive in order, as JSON with the headers of the map', async (t) => {
    const got = [];
    const url = await serve(t, ({ method, headers }, response, body) => {
        got.push(`${method} ${headers['content-type']} ${headers.authorization} ${body}`);
        response.writeHead(204).end();
    });
    const { made } = webhook(t, url);
    assert.deepEqual(await Promise.all(['1', '2', '3'].map((body) => made.send(body))), [true, true, true]);
    assert.deepEqual(got, ['1', '2', '3'].map((body) => `POST application/json Bearer token ${body}`));
});
test('a call that fails is made again, then given up, told and counted', async (t) => {
    let calls = 0;
    let status = [503, 200];
    const url = await serve(t, (_, response) => {
        calls += 1;
        response.writeHead(status.shift() ?? 500).end();
    });
    const { made, failed } = webhook(t, url);
    assert.equal(await made.send('1'), true);
    assert.equal(calls, 2);
    status = [500, 500, 500];
    assert.equal(await made.send('2'), false);
    assert.deepEqual(failed, ['status 500 1']);
});
test('no answer, no server, another place: given up within their time', async (t) => {
    const silent = webhook(t, await serve(t, () => undefined), 50);
    assert.equal(await silent.made.send('1'), false);
    assert.match(silent.failed[0], /^no answer in time 1$/);
    const elsewhere = webhook(t, await serve(t, (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()));
    assert.equal(await elsewhere.made.send('1'), false);
    const nobody = webhook(t, await closedPort());
    assert.equal(await nobody.made.send('1'), false);
    assert.match(nobody.failed[0], /ECONNREFUSED/);
});
test('the queue is bounded, and a process that ends waits for nothing', async (t) => {
    const { made, failed } = webhook(t, await serve(t, () => undefined));
    const sending = Array.from({ length: 1_002 }, () => made.send('x'));
    assert.equal(await sending[1_001], false);
    assert.deepEqual(failed, ['the queue is full 1']);
    made.close();
    assert.ok((await Promise.all(sending)).every((delivered) => !delivered));
});
async function closedPort() {
    const server = createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    await new Promise((resolve) => server.close(resolve));
    return `http://127.0.0.1:${port}/`;
}
//# sourceMappingURL=webhook.test.js.map