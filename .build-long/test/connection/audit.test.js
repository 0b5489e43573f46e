// What a connection tells the audit trail, and that nothing opened leaves before it is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PgsealError } from '../../src/errors.js';
import { ConnectionAudit } from '../../src/observe/audit/statement-audit.js';
import { bind, bindComplete, bindWith, complete, description, error, execute, parse, parseComplete, passthrough, ready, rowOf, sealedOid, startRig, sync, } from './rig.js';
import { email, insertEmail, sealedEmail, selectAll, testKeyRing } from './sealed-fixture.js';
const { label } = email.column;
const row = (value) => rowOf(Buffer.from('1'), sealedEmail(value));
const described = description(23, sealedOid);
/** A trail in memory; `full`: nothing more can be written. */
class Lines {
    told = [];
    full = false;
    onAppend = () => undefined;
    #refusal = new PgsealError('auditUnwritable');
    append(fields) {
        this.onAppend();
        if (this.full)
            return false;
        this.told.push(JSON.parse(`{${fields}}`));
        return true;
    }
    check() {
        if (this.full)
            throw this.#refusal;
    }
    failure() {
        return this.#refusal;
    }
    outcomes() {
        return this.told.map(({ outcome }) => outcome);
    }
}
async function audited(keyRing = testKeyRing()) {
    const lines = new Lines();
    const options = { trail: lines, alerts: undefined, records: 5 };
    const client = { connection: 3, user: 'app', application: 'psql', address: '10.0.0.1' };
    const rig = startRig({
        'select all': { ...selectAll, opens: [label] },
        insert: { ...insertEmail, seals: [label] },
        write: passthrough({ mayWrite: true }),
    }, { keyRing, audit: new ConnectionAudit(options, client) });
    await rig.server(ready('I'));
    rig.received();
    return { rig, lines };
}
test('the line is written before the rows and the end of the result are given to the client', async () => {
    const { rig, lines } = await audited();
    await rig.client(parse('select all'), bind(), execute(), sync);
    let before = [];
    lines.onAppend = () => {
        before = rig.received();
    };
    await rig.server(parseComplete, bindComplete, described, row('a'), row('b'), complete('SELECT 2'), ready('I'));
    assert.ok(!before.includes('D') && !before.some((line) => line.startsWith('C ')), before.join());
    assert.deepEqual([...before, ...rig.received()], ['1', '2', 'D', 'D', 'C SELECT 2', 'Z I']);
    assert.deepEqual(lines.outcomes(), ['ok']);
    assert.deepEqual(lines.told[0].opened, { [label]: 2 });
    assert.deepEqual([lines.told[0].id, lines.told[0].fingerprint, lines.told[0].tables], ['3/1', '0123456789abcdef', ['public.users']]);
});
test('under the insecure test key, which is that of every row, each row is asked for and so can be told', async () => {
    const ring = testKeyRing();
    const { rig } = await audited(ring);
    await rig.client(parse('select all'), bind(), execute(), sync);
    await rig.server(parseComplete, bindComplete, described, row('a'), row('b'), row('c'), complete('SELECT 3'), ready('I'));
    assert.equal(ring.opens, 3);
});
test('rows whose end has not come leave behind a line of their own', async () => {
    const { rig, lines } = await audited();
    await rig.client(parse('select all'), bind(), execute(), sync);
    await rig.server(parseComplete, bindComplete, described, row('a'));
    assert.deepEqual(lines.outcomes(), ['begun']);
    assert.deepEqual(rig.received(), ['1', '2', 'D']);
    await rig.server(row('b'));
    await rig.server(complete('SELECT 2'), ready('I'));
    assert.deepEqual(lines.outcomes(), ['begun', 'ok']);
    assert.deepEqual(lines.told[1].opened, { [label]: 2 });
});
test('a line that cannot be written: no opened row leaves, whether the end has come or not', async () => {
    for (const whole of [true, false]) {
        const { rig, lines } = await audited();
        await rig.client(parse('select all'), bind(), execute(), sync);
        lines.full = true;
        const end = [complete('SELECT 1'), ready('I')];
        await rig.server(parseComplete, bindComplete, described, row('a'), ...(whole ? end : []));
        if (!whole)
            await rig.server(row('b'), ...end);
        assert.deepEqual(rig.received(), ['1', '2', 'E 58030', 'Z I']);
        rig.sent();
        await rig.client(bind(), execute(), sync);
        assert.ok(!rig.sent().some((line) => line.startsWith('B')), 'and the next one does not begin');
    }
});
test('a write whose line cannot be written is refused before it is sent, or told as an error', async () => {
    const { rig, lines } = await audited();
    lines.full = true;
    await rig.client(parse('insert'), bindWith(['a']), execute(), sync);
    assert.ok(!rig.sent().some((line) => line.startsWith('B')));
    await rig.server(parseComplete, error('42883'), ready('I'));
    assert.deepEqual(rig.received(), ['1', 'E 58030', 'Z I']);
    lines.full = false;
    await rig.client(parse('insert'), bindWith(['a']), execute(), sync);
    lines.full = true;
    await rig.server(parseComplete, bindComplete, complete('INSERT 0 1'), ready('I'));
    assert.deepEqual(rig.received(), ['1', '2', 'E 58030', 'Z I']);
});
test('each Execute of a portal has its own line, also when both are sent at once', async () => {
    const { rig, lines } = await audited();
    const suspended = Buffer.from([0x73, 0, 0, 0, 4]);
    await rig.client(parse('select all'), bind('', 'p'), execute('p'), execute('p'), sync);
    await rig.server(parseComplete, bindComplete, described, row('a'), row('b'), suspended, described, row('c'), complete('SELECT 1'), ready('I'));
    assert.deepEqual(lines.outcomes(), ['suspended', 'ok']);
    assert.deepEqual(lines.told.map(({ opened }) => opened), [{ [label]: 2 }, { [label]: 1 }]);
});
test('what failed and what it took along: an SQLSTATE of the server, the rest skipped', async () => {
    const { rig, lines } = await audited();
    await rig.client(parse('insert'), bindWith(['a']), execute(), bindWith(['b']), execute(), sync);
    await rig.server(parseComplete, bindComplete, error('23505'), ready('I'));
    assert.deepEqual(lines.outcomes(), ['23505', 'skipped']);
    assert.deepEqual(lines.told[0].sealed, { [label]: 1 });
});
test('a value that does not open: XX001, and the rows before it are on record', async () => {
    const { rig, lines } = await audited();
    await rig.client(parse('select all'), bind(), execute(), sync);
    const broken = sealedEmail('b');
    broken[broken.length - 30] = broken[broken.length - 30] ^ 1;
    await rig.server(parseComplete, bindComplete, described, row('a'), rowOf(Buffer.from('1'), broken), complete('SELECT 2'), ready('I'));
    assert.deepEqual(lines.outcomes(), ['XX001']);
    assert.deepEqual([lines.told[0].error, lines.told[0].opened], ['openFailed', { [label]: 1 }]);
});
test('what was sealed and never executed, and what the end of the connection met, is told too', async () => {
    const { rig, lines } = await audited();
    await rig.client(parse('insert'), bindWith(['a']), sync);
    await rig.server(parseComplete, bindComplete, ready('I'));
    assert.deepEqual(lines.outcomes(), ['not executed']);
    await rig.client(parse('select all'), bind(), execute(), sync);
    await rig.server(parseComplete, bindComplete, described, row('a'));
    rig.connection.clientEnded();
    assert.deepEqual(lines.outcomes(), ['not executed', 'begun', 'connection ended']);
    assert.deepEqual(lines.told[2].opened, { [label]: 1 });
});
test('keys that come late count once, and what waits is not taken for what will not be executed', async () => {
    const { rig, lines } = await audited(testKeyRing(true));
    await rig.client(parse('select all'), bind(), execute(), sync);
    await rig.server(parseComplete, bindComplete, described, row('a'), row('b'), complete('SELECT 2'), ready('I'));
    assert.deepEqual(lines.outcomes().at(-1), 'ok');
    assert.deepEqual([lines.told.at(-1).opened, lines.told.at(-1).cacheHits], [{ [label]: 2 }, 0]);
});
//# sourceMappingURL=audit.test.js.map