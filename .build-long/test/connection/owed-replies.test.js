import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bind, bindComplete, closeComplete, complete, copyData, copyDone, copyIn, describePortal, description, error, execute, noData, parameterStatus, parse, parseComplete, passthrough, query, ready, refused, row, sealedOid, startRig, sync, } from './rig.js';
const failing = 'select pg_catalog.pgseal_refused_this_statement()';
async function loggedIn(plans, options = {}) {
    const rig = startRig(plans, options);
    await rig.server(parameterStatus('client_encoding', 'UTF8'), ready('I'));
    assert.deepEqual(rig.received(), ['S', 'Z I']);
    return rig;
}
test('passes a pipeline on as it came and its replies in order', async () => {
    const rig = await loggedIn({});
    await rig.client(parse('select 1', 's'), bind('s'), describePortal(), execute(), sync);
    assert.deepEqual(rig.sent(), ['P s: select 1', 'B  s', 'D P', 'E ', 'S']);
    await rig.server(parseComplete, bindComplete, description(23), row('1'), complete('SELECT 1'), ready('I'));
    assert.deepEqual(rig.received(), ['1', '2', 'T', 'D', 'C SELECT 1', 'Z I']);
});
test('a refused Parse fails on the server, the rest up to Sync is dropped, the error is ours (A51, A53, I2)', async () => {
    const rig = await loggedIn({ bad: refused() });
    await rig.client(parse('select 1', 's'), bind('s'), execute(), parse('bad'), bind(), execute(), query('select 2'), sync);
    assert.deepEqual(rig.sent(), ['P s: select 1', 'B  s', 'E ', `P : ${failing}`, 'S']);
    await rig.server(parseComplete, bindComplete, complete('SELECT 1'), error('42883'), ready('I'));
    assert.deepEqual(rig.received(), ['1', '2', 'C SELECT 1', 'E 0A000', 'Z I']);
});
test('in a failed transaction the 25P02 of the server stands in place of a refusal', async () => {
    const rig = await loggedIn({ bad: refused() });
    await rig.client(parse('bad'), sync);
    await rig.server(error('25P02'), ready('E'));
    assert.deepEqual(rig.received(), ['E 25P02', 'Z E']);
});
test('a refused simple query fails on the server; ReadyForQuery is the server s own (A52, A63)', async () => {
    const rig = await loggedIn({ bad: refused() });
    await rig.client(query('bad'));
    assert.deepEqual(rig.sent(), [`Q ${failing}`]);
    await rig.server(error('42883'), ready('E'));
    assert.deepEqual(rig.received(), ['E 0A000', 'Z E']);
});
test('what a failed pipeline made is forgotten: the statement before it is still the old one (A43, A44)', async () => {
    const rig = await loggedIn({ bad: refused(), one: passthrough(), two: passthrough() });
    await rig.client(parse('one', 's'), sync);
    await rig.server(parseComplete, ready('I'));
    await rig.client(parse('select fail'), parse('two', 's'), sync);
    await rig.server(error('42601'), ready('I'));
    assert.deepEqual(rig.received(), ['1', 'Z I', 'E 42601', 'Z I']);
});
test('messages behind an error of the server are dropped until Sync, also those that arrive later (A53)', async () => {
    const rig = await loggedIn({});
    await rig.client(parse('nonsense'));
    rig.sent();
    await rig.server(error('42601'));
    await rig.client(bind(), execute(), query('select 1'));
    assert.deepEqual(rig.sent(), []);
    await rig.client(sync);
    assert.deepEqual(rig.sent(), ['S']);
    await rig.server(ready('I'));
    assert.deepEqual(rig.received(), ['E 42601', 'Z I']);
});
test('a Sync among copy data is not answered (A54)', async () => {
    const rig = await loggedIn({ 'copy t from stdin': passthrough({ copiesIn: true, mayWrite: true }) });
    await rig.client(parse('copy t from stdin'), bind(), execute(), sync);
    await rig.server(parseComplete, bindComplete, copyIn);
    await rig.client(copyData('1\n'), copyDone, sync);
    assert.deepEqual(rig.sent(), ['P : copy t from stdin', 'B  ', 'E ', 'S', 'd', 'c', 'S']);
    await rig.server(complete('COPY 1'), ready('I'));
    assert.deepEqual(rig.received(), ['1', '2', 'G', 'C COPY 1', 'Z I']);
    assert.equal(rig.connection.isIdle(), true);
});
test('a Sync behind a COPY that failed is answered (A80)', async () => {
    const rig = await loggedIn({ 'copy t from stdin': passthrough({ copiesIn: true }) });
    await rig.client(parse('copy t from stdin'), bind(), execute(), sync);
    await rig.server(parseComplete, bindComplete, error('42P01'), ready('I'));
    assert.deepEqual(rig.received(), ['1', '2', 'E 42P01', 'Z I']);
    assert.equal(rig.connection.isIdle(), true);
});
test('copy data behind a refused COPY goes no further', async () => {
    const rig = await loggedIn({ 'copy users from stdin': refused() });
    await rig.client(query('copy users from stdin'), copyData('secret'), copyDone);
    const sent = rig.sent();
    assert.equal(sent.includes('d'), false);
});
test('a portal that SQL made is described before it is executed; a sealed value in it is an error, and no row passes (I6)', async () => {
    const rig = await loggedIn({});
    await rig.client(execute('cursor'), sync);
    assert.deepEqual(rig.sent().slice(0, 2), ['D Pcursor', 'E cursor']);
    await rig.server(description(sealedOid), row('(1,"\\\\x01")'), complete('SELECT 1'));
    assert.deepEqual(rig.received(), ['E 0A000']);
});
test('a simple query whose result holds a sealed type gives an error and no row', async () => {
    const rig = await loggedIn({});
    await rig.client(query('select surprise()'));
    await rig.server(description(sealedOid), row('x'), row('y'), complete('SELECT 2'), ready('I'));
    assert.deepEqual(rig.received(), ['E 0A000', 'Z I']);
});
test('inside a block the same failure makes the server fail the transaction before ReadyForQuery is passed on (I3)', async () => {
    const rig = await loggedIn({ begin: passthrough({ transaction: 'begin' }) });
    await rig.client(query('begin'));
    await rig.server(complete('BEGIN'), ready('T'));
    await rig.client(query('select surprise()'));
    rig.sent();
    rig.received();
    await rig.server(description(sealedOid), row('x'), complete('SELECT 1'), ready('T'));
    assert.deepEqual(rig.received(), ['E 0A000']);
    assert.deepEqual(rig.sent(), [`P pgseal_refused: ${failing}`, 'S']);
    await rig.server(error('42883'), ready('E'));
    assert.deepEqual(rig.received(), ['Z E']);
});
test('names are asked of the server between pipelines with a Sync of the proxy s own, unseen by the client', async () => {
    const rig = await loggedIn({});
    await rig.client(query('select 1 from users'));
    const sent = rig.sent();
    assert.deepEqual(sent.at(-1), 'S');
    assert.equal(sent.length, 6);
    await rig.server(closeComplete, parseComplete, bindComplete, row('16400', 'public', 'ISO, MDY', 'postgres', 'UTC', 'hex', '1'), complete('SELECT 1'), closeComplete, ready('I'));
    assert.deepEqual(rig.sent(), ['Q select 1 from users']);
    await rig.server(description(23), row('1'), complete('SELECT 1'), ready('I'));
    assert.deepEqual(rig.received(), ['T', 'D', 'C SELECT 1', 'Z I']);
});
test('within a pipeline names are asked without Sync; a hidden statement that the server skips leaves the order whole', async () => {
    const rig = await loggedIn({});
    await rig.client(parse('nonsense'), bind(), execute(), parse('select 1 from users', 'u'));
    const sent = rig.sent();
    assert.equal(sent.at(-1), 'H');
    await rig.server(error('42601'));
    await rig.client(bind('u'), sync);
    assert.deepEqual(rig.sent(), ['S']);
    await rig.server(ready('I'));
    assert.deepEqual(rig.received(), ['E 42601', 'Z I']);
});
test('a change of client_encoding behind the analysis ends the connection (B24, B25)', async () => {
    const rig = await loggedIn({});
    await rig.server(parameterStatus('standard_conforming_strings', 'off'));
    assert.deepEqual(rig.received(), ['E 0A000']);
    assert.equal(rig.ended(), true);
});
test('an error of the connection is passed on and nothing is added (A57, A64)', async () => {
    const rig = await loggedIn({});
    await rig.server(error('57P01', 'FATAL'));
    rig.connection.serverEnded();
    assert.deepEqual(rig.received(), ['E 57P01']);
    assert.equal(rig.ended(), true);
});
test('drain ends an idle connection with 57P01 and waits for one that is not (D1)', async () => {
    const rig = await loggedIn({});
    await rig.client(query('select 1'));
    rig.connection.drain();
    assert.equal(rig.ended(), false);
    await rig.server(description(23), complete('SELECT 0'), ready('I'));
    assert.deepEqual(rig.received(), ['T', 'C SELECT 0', 'Z I', 'E 57P01']);
    assert.equal(rig.ended(), true);
});
test('NoData passes, and with it a statement without rows', async () => {
    const rig = await loggedIn({});
    await rig.client(parse('insert'), bind(), describePortal(), execute(), sync);
    await rig.server(parseComplete, bindComplete, noData, complete('INSERT 0 1'), ready('I'));
    assert.deepEqual(rig.received(), ['1', '2', 'n', 'C INSERT 0 1', 'Z I']);
});
//# sourceMappingURL=owed-replies.test.js.map