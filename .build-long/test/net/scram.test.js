// SCRAM by the book: the example of RFC 7677, and everything that must be refused.
import assert from 'node:assert/strict';
import { createHash, createHmac, pbkdf2Sync, randomBytes, X509Certificate } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { serverEndPoint } from '../../src/net/channel-binding.js';
import { openLoginFile, passwordProblem, secretProblem, secretsOf } from '../../src/net/login-file.js';
import { ScramClient } from '../../src/net/scram-client.js';
import { parseScramSecret } from '../../src/net/scram-secret.js';
import { ScramServer, scram, scramPlus } from '../../src/net/scram-server.js';
import { certificate } from './tls-stage.js';
const mockKey = randomBytes(32);
const none = Buffer.alloc(0);
const unexpected = (error) => {
    throw error;
};
const unbound = { header: 'n,,', data: none };
function secretOf(password, salt = randomBytes(16), iterations = 4096) {
    const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
    const clientKey = createHmac('sha256', salted).update('Client Key').digest();
    return {
        iterations,
        salt,
        storedKey: createHash('sha256').update(clientKey).digest(),
        serverKey: createHmac('sha256', salted).update('Server Key').digest(),
    };
}
test('a secret is read as PostgreSQL writes it', () => {
    // RFC 7677 section 3: password "pencil".
    const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
    const secret = secretOf('pencil', salt);
    const text = `SCRAM-SHA-256$4096:${salt.toString('base64')}$${secret.storedKey.toString('base64')}:${secret.serverKey.toString('base64')}`;
    assert.deepEqual(parseScramSecret(text), secret);
    for (const bad of [
        '',
        'md5aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
        text.slice(0, -1),
        `${text} `,
        text.replace('4096', '0'),
    ]) {
        assert.equal(parseScramSecret(bad), undefined, bad.slice(0, 20));
    }
});
test('client and server agree, bound and unbound; the key that the server learns logs in to the same secret alone', async () => {
    const secret = secretOf('right');
    const end = randomBytes(32);
    for (const [mechanism, binding, offered] of [
        [scram, unbound, undefined],
        [scram, { header: 'y,,', data: none }, undefined],
        [scram, unbound, end],
        [scramPlus, { header: 'p=tls-server-end-point,,', data: end }, end],
    ]) {
        const client = new ScramClient({ password: 'right' }, binding);
        const server = new ScramServer('u', { secret, mockKey }, offered);
        const final = await client.finish(server.begin(mechanism, client.first()));
        const verdict = server.finish(final);
        assert.ok(verdict !== undefined && client.confirms(verdict.message));
        assert.equal(client.confirms(Buffer.from(`v=${randomBytes(32).toString('base64')}`)), false);
        const onward = new ScramClient({ clientKey: verdict.clientKey, secret }, unbound);
        const upstream = new ScramServer('u', { secret, mockKey }, undefined);
        assert.ok(upstream.finish((await onward.finish(upstream.begin(scram, onward.first())))) !== undefined);
        const other = new ScramServer('u', { secret: secretOf('right'), mockKey }, undefined);
        const again = new ScramClient({ clientKey: verdict.clientKey, secret }, unbound);
        assert.equal(await again.finish(other.begin(scram, again.first())), undefined);
    }
});
test('a wrong password and a user without a secret end alike; the salt of such a user stays (A31)', async () => {
    const attempt = async (secret, password) => {
        const client = new ScramClient({ password }, unbound);
        const server = new ScramServer('u', { secret, mockKey }, undefined);
        const first = server.begin(scram, client.first());
        return { salt: /s=([^,]+)/.exec(first.toString())[1], verdict: server.finish((await client.finish(first))) };
    };
    assert.equal((await attempt(secretOf('right'), 'wrong')).verdict, undefined);
    const [one, two] = [await attempt(undefined, 'right'), await attempt(undefined, 'right')];
    assert.equal(one.verdict, undefined);
    assert.equal(one.salt, two.salt);
    assert.equal(Buffer.from(one.salt, 'base64').length, 16);
});
test('what RFC 5802 does not allow is refused', async () => {
    const end = randomBytes(32);
    const server = (binding) => new ScramServer('u', { secret: secretOf('right'), mockKey }, binding);
    const begins = [
        [scram, 'p=tls-server-end-point,,n=,r=abc', end],
        [scram, 'y,,n=,r=abc', end],
        [scramPlus, 'n,,n=,r=abc', end],
        [scramPlus, 'p=tls-unique,,n=,r=abc', end],
        [scramPlus, 'p=tls-server-end-point,,n=,r=abc', undefined],
        ['SCRAM-SHA-1', 'n,,n=,r=abc', undefined],
        [scram, 'n,a=other,n=,r=abc', undefined],
        [scram, 'n,,m=ext,n=,r=abc', undefined],
        [scram, 'n,,n=', undefined],
        [scram, '', undefined],
    ];
    for (const [mechanism, message, binding] of begins) {
        assert.throws(() => server(binding).begin(mechanism, Buffer.from(message)), { errorName: 'loginMessage' }, message);
    }
    const exchange = server();
    const nonce = /r=([^,]+)/.exec(exchange.begin(scram, Buffer.from('n,,n=,r=abc')).toString())[1];
    const proof = randomBytes(32).toString('base64');
    for (const final of [
        `c=biws,r=abc,p=${proof}`,
        `c=eSws,r=${nonce},p=${proof}`,
        `c=biws,r=${nonce},p=AAAA`,
        `c=biws,r=${nonce}`,
        '',
    ]) {
        assert.throws(() => exchange.finish(Buffer.from(final)), { errorName: 'loginMessage' }, final);
    }
    assert.equal(exchange.finish(Buffer.from(`c=biws,r=${nonce},p=${proof}`)), undefined);
    const client = new ScramClient({ password: 'right' }, unbound);
    client.first();
    for (const first of ['r=another,s=AAAA,i=4096', 'e=unknown-user', 'r=x', '']) {
        assert.equal(await client.finish(Buffer.from(first)), undefined, first);
    }
});
test('the binding is the certificate’s hash by its signature (RFC 5929)', () => {
    const { raw } = new X509Certificate(readFileSync(certificate('server.crt')));
    assert.deepEqual(serverEndPoint(raw), createHash('sha256').update(raw).digest());
    assert.equal(serverEndPoint(none), undefined);
    for (let length = 0; length < raw.length; length += 7)
        serverEndPoint(raw.subarray(0, length));
});
test('login files are private, of one form, and read again when they change', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-login-'));
    const file = join(folder, 'secrets');
    const secret = secretOf('right');
    const text = `SCRAM-SHA-256$4096:${secret.salt.toString('base64')}$${secret.storedKey.toString('base64')}:${secret.serverKey.toString('base64')}`;
    writeFileSync(file, `; comment\n\n"a ""b""" "${text}"\n`, { mode: 0o600 });
    const opened = openLoginFile(file, secretProblem, unexpected);
    assert.deepEqual(secretsOf(opened).find('a "b"'), { secret, mockKey: opened.digest });
    opened.close();
    for (const [lines, reason] of [
        ['a b', /line 1 is not of the form/],
        [`"a" "${text}"\n"a" "${text}"`, /line 2 names a user for the second time/],
        ['"a" "md5"', /line 1: it is not a SCRAM-SHA-256 secret/],
    ]) {
        writeFileSync(file, lines);
        assert.throws(() => openLoginFile(file, secretProblem, unexpected), {
            errorName: 'fileUnreadable',
            message: reason,
        });
    }
    writeFileSync(file, '"a" "pass"');
    chmodSync(file, 0o644);
    if (process.platform !== 'win32') {
        assert.throws(() => openLoginFile(file, passwordProblem, unexpected), { message: /must be private to its owner/ });
    }
    assert.match(passwordProblem('pässword'), /ASCII/);
    rmSync(folder, { recursive: true });
});
//# sourceMappingURL=scram.test.js.map