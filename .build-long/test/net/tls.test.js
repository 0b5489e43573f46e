// Both legs of TLS and every kind of login, by real programs; docs/tls.md holds what is expected.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { byPg, byPostgres, byPsql, hasPsql } from './login-attempts.js';
import { certificate, openTlsStage } from './tls-stage.js';
let stage;
const opened = new Map();
before(async () => {
    stage = await openTlsStage();
});
after(() => stage?.close());
/** One proxy for each set of options. */
async function port(options) {
    const name = JSON.stringify(options);
    const proxy = opened.get(name) ?? stage.proxy(options);
    opened.set(name, proxy);
    return (await proxy).address.port;
}
const serverTls = { mode: 'verify-full', rootCertificate: certificate('authority.crt') };
const clientTls = {};
const legs = [
    ['clear, clear', {}, 'disable'],
    ['TLS, clear', { tls: clientTls }, 'require'],
    ['clear, TLS', { upstream: serverTls }, 'disable'],
    ['TLS, TLS', { tls: clientTls, upstream: serverTls }, 'require'],
];
for (const [name, options, sslmode] of legs) {
    test(`relayed logins: ${name} (A26, A27)`, async (t) => {
        if (stage === undefined)
            return t.skip('the server is not ours to configure');
        for (const user of ['open', 'clear', 'md5', 'scram']) {
            const attempt = { port: await port(options), user, sslmode };
            assert.equal(await byPg(attempt), 'in', `pg, ${user}`);
            assert.equal(await byPostgres(attempt), 'in', `postgres, ${user}`);
            // libpq signs that it could have bound the login to the connection: the server, which could too, must refuse that.
            const bound = user === 'scram' && name === 'TLS, TLS';
            if (hasPsql)
                assert.equal(await byPsql(attempt), bound ? 'SCRAM' : 'in', `psql, ${user}`);
            if (hasPsql)
                assert.equal(await byPsql({ ...attempt, binding: 'disable' }), 'in', `psql unbound, ${user}`);
            if (bound)
                assert.equal(await byPg({ ...attempt, binding: 'prefer' }), '28000', 'pg that binds');
            if (user !== 'open')
                assert.equal(await byPg({ ...attempt, password: 'wrong' }), '28P01', `wrong, ${user}`);
        }
        assert.equal(await byPg({ port: await port(options), user: 'never', sslmode }), '28000');
    });
    test(`logins that end at the proxy: ${name} (A29, A30, A32)`, async (t) => {
        if (stage === undefined)
            return t.skip('the server is not ours to configure');
        const tls = sslmode === 'require';
        for (const passwords of [false, true]) {
            const at = await port({ ...options, terminate: { passwords } });
            for (const user of ['open', 'clear', 'md5', 'scram']) {
                const attempt = { port: at, user, sslmode };
                // A client's key answers only the secret that it was checked against.
                const wanted = passwords || user === 'open' || user === 'scram' ? 'in' : '28000';
                assert.equal(await byPg(attempt), wanted, `pg, ${user}`);
                assert.equal(await byPg({ ...attempt, binding: 'prefer' }), wanted, `pg that binds, ${user}`);
                assert.equal(await byPostgres(attempt), wanted, `postgres, ${user}`);
                if (hasPsql && wanted === 'in') {
                    assert.equal(await byPsql(attempt), 'in', `psql, ${user}`);
                    assert.equal(await byPsql({ ...attempt, binding: 'require' }), tls ? 'in' : 'channel binding', `bound, ${user}`);
                }
                assert.equal(await byPg({ ...attempt, password: 'wrong' }), '28P01', `wrong, ${user}`);
            }
            assert.equal(await byPg({ port: at, user: 'nobody', sslmode }), '28P01', 'a user without a secret (A31)');
            assert.equal(await byPg({ port: at, user: 'never', sslmode }), '28000', 'the server has the last word');
        }
    });
}
test('sslmode towards the server is libpq’s', async (t) => {
    if (stage === undefined)
        return t.skip('the server is not ours to configure');
    const root = certificate('authority.crt');
    const tried = [
        ['disable', { mode: 'disable' }, { unencrypted: 'in', encrypted: '28000' }],
        ['allow', { mode: 'allow' }, { unencrypted: 'in', encrypted: 'in' }],
        ['prefer', { mode: 'prefer' }, { unencrypted: 'in', encrypted: 'in' }],
        ['require', { mode: 'require' }, { unencrypted: '28000', encrypted: 'in' }],
        ['verify-ca', { mode: 'verify-ca', rootCertificate: root }, { encrypted: 'in' }],
        ['verify-full', { mode: 'verify-full', rootCertificate: root }, { encrypted: 'in' }],
        ['verify-full by address', { mode: 'verify-full', rootCertificate: root }, { encrypted: 'in' }, '127.0.0.1'],
        ['verify-full, system authorities', { mode: 'verify-full' }, { encrypted: '08001' }],
        [
            'require, wrong authority',
            { mode: 'require', rootCertificate: certificate('stranger.crt') },
            { encrypted: '08001' },
        ],
    ];
    for (const [name, upstream, users, host] of tried) {
        const at = await port({ upstream: upstream, ...(host === undefined ? {} : { host }) });
        for (const [user, wanted] of Object.entries(users)) {
            assert.equal(await byPg({ port: at, user, sslmode: 'disable' }), wanted, `${name}, ${user}`);
        }
    }
});
test('the proxy’s own certificate logs in where the server asks for one (A33)', async (t) => {
    if (stage === undefined)
        return t.skip('the server is not ours to configure');
    const upstream = { ...serverTls, certificate: certificate('client.crt'), key: certificate('client.key') };
    assert.equal(await byPg({ port: await port({ upstream }), user: 'app', sslmode: 'disable' }), 'in');
    assert.equal(await byPg({ port: await port({ upstream: serverTls }), user: 'app', sslmode: 'disable' }), '28000');
});
test('certificates of clients: verified, required, mapped to users', async (t) => {
    if (stage === undefined)
        return t.skip('the server is not ours to configure');
    const clientCa = certificate('authority.crt');
    const users = new Map([['app', ['scram', 'open']]]);
    const verified = await stage.proxy({ tls: { clientCa, clientCertificates: 'verify', certificateUsers: users } });
    const required = await stage.proxy({ tls: { clientCa, clientCertificates: 'require', certificateUsers: users } });
    const at = { user: 'scram', sslmode: 'verify-full' };
    for (const by of hasPsql ? [byPg, byPsql] : [byPg]) {
        assert.equal(await by({ ...at, port: verified.address.port }), 'in');
        assert.equal(await by({ ...at, port: verified.address.port, clientCertificate: 'client' }), 'in');
        assert.equal(await by({ ...at, port: required.address.port, clientCertificate: 'client' }), 'in');
        assert.notEqual(await by({ ...at, port: required.address.port }), 'in');
        for (const { address } of [verified, required]) {
            const other = { ...at, port: address.port };
            assert.notEqual(await by({ ...other, clientCertificate: 'client-expired' }), 'in');
            assert.notEqual(await by({ ...other, clientCertificate: 'client-unknown' }), 'in');
            assert.match(await by({ ...other, user: 'md5', clientCertificate: 'client' }), /^28000$|certificate/);
        }
    }
    const alone = await stage.proxy({
        tls: { clientCa, clientCertificates: 'verify', certificateUsers: users },
        terminate: { passwords: true, certificates: true },
    });
    assert.equal(await byPg({ ...at, port: alone.address.port, password: 'wrong', clientCertificate: 'client' }), 'in');
    assert.equal(await byPg({ ...at, port: alone.address.port, password: 'wrong' }), '28P01');
});
test('tls.mode require refuses the clear before anything is asked (A6), and allow does not', async (t) => {
    if (stage === undefined)
        return t.skip('the server is not ours to configure');
    const required = await port({ tls: { mode: 'require' } });
    assert.equal(await byPg({ port: required, user: 'scram', sslmode: 'disable' }), '28000');
    assert.equal(await byPg({ port: required, user: 'scram', sslmode: 'require' }), 'in');
    assert.equal(await byPg({ port: await port({ tls: clientTls }), user: 'scram', sslmode: 'disable' }), 'in');
});
//# sourceMappingURL=tls.test.js.map