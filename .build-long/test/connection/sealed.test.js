import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeBind } from '../../src/wire/bind.js';
import { decodeDataRow } from '../../src/wire/data-row.js';
import { decodeRowDescription } from '../../src/wire/row-description.js';
import { bind, bindComplete, bindWith, close, complete, describePortal, description, error, execute, noData, parse, parseComplete, passthrough, query, ready, rowOf, sealedOid, startRig, sync, } from './rig.js';
import { insertConstant, insertEmail, insertReturning, sealedEmail, selectAll, selectByEmail, testKeyRing, } from './sealed-fixture.js';
const refusal = 'P pgseal_refused: select pg_catalog.pgseal_refused_this_statement()';
async function rigWith(keyRing = testKeyRing()) {
    const rig = startRig({
        insert: insertEmail,
        'insert returning': insertReturning,
        select: selectByEmail,
        'select all': selectAll,
        'insert constant': insertConstant,
        begin: passthrough({ transaction: 'begin' }),
        commit: passthrough({ transaction: 'commit' }),
        write: passthrough({ mayWrite: true }),
        'deallocate a': passthrough({ deallocates: 'a' }),
    }, { keyRing });
    await rig.server(ready('I'));
    rig.received();
    return rig;
}
test('a statement that seals values in more rows than the map allows is refused before a key is made', async () => {
    const keyRing = testKeyRing();
    const plan = { ...insertEmail, rows: 3 };
    const rig = startRig({ insert: plan }, { keyRing, rowsPerStatement: 2 });
    await rig.server(ready('I'));
    rig.received();
    await rig.client(parse('insert'), bindWith(['a']), execute(), sync);
    assert.deepEqual(rig.sent().slice(1), [refusal, 'S']);
    await rig.server(parseComplete, error('42883'), ready('I'));
    assert.deepEqual(rig.received(), ['1', 'E 54000', 'Z I']);
    assert.equal(keyRing.generates, 0);
});
test('a value is sealed before it reaches the server, in binary and under the declared physical type', async () => {
    const rig = await rigWith();
    await rig.client(parse('insert'), bindWith(['canary-1']), execute(), sync);
    const bytes = rig.sentBytes();
    assert.equal(bytes.includes('canary-1'), false);
    const [parsed, bound] = rig.frames(bytes);
    assert.equal(parsed.readUInt32BE(parsed.length - 4), sealedOid);
    const message = decodeBind(bound.subarray(5));
    assert.deepEqual(message.parameterFormats, [1]);
    assert.equal(message.values[0].readInt32BE(0), 3);
});
test('a result is described by logical types and opened in the format the client asked for', async () => {
    const rig = await rigWith();
    await rig.client(parse('select all'), bindWith([]), describePortal(), execute(), sync);
    assert.deepEqual(rig.sent(), ['P : select id, email from users', 'B  ', 'D P', 'E ', 'S']);
    const sealed = sealedEmail('ada@example.org');
    await rig.server(parseComplete, bindComplete, description(23, sealedOid));
    await rig.server(rowOf(Buffer.from('1'), sealed), rowOf(Buffer.from('2'), null), complete('SELECT 2'), ready('I'));
    const frames = rig.frames(rig.receivedBytes());
    const described = decodeRowDescription(frames[2].subarray(5));
    assert.deepEqual(described.fields.map((field) => [field.typeOid, field.typeLength, field.format]), [
        [23, 0, 0],
        [25, -1, 0],
    ]);
    assert.deepEqual(decodeDataRow(frames[3].subarray(5)).values.map(String), ['1', 'ada@example.org']);
    assert.deepEqual(decodeDataRow(frames[4].subarray(5)).values.map(String), ['2', 'null']);
});
test('without a Describe of the client s the result is described unseen, in the same packet, once a connection', async () => {
    const rig = await rigWith();
    await rig.client(parse('select all', 's'), bindWith([], 's'), execute(), sync);
    assert.deepEqual(rig.sent(), ['P s: select id, email from users', 'B  s', 'D P', 'E ', 'S']);
    await rig.server(parseComplete, bindComplete, description(23, sealedOid), complete('SELECT 0'), ready('I'));
    assert.deepEqual(rig.received(), ['1', '2', 'C SELECT 0', 'Z I']);
    await rig.client(bindWith([], 's'), execute(), sync);
    assert.deepEqual(rig.sent(), ['B  s', 'E ', 'S']);
});
test('a description that is not the plan s stops the rows (I6)', async () => {
    for (const columns of [[23, 25], [23], [sealedOid, sealedOid]]) {
        const rig = await rigWith();
        await rig.client(parse('select all'), bindWith([]), execute(), sync);
        await rig.server(parseComplete, bindComplete, description(...columns));
        await rig.server(rowOf(Buffer.from('1'), Buffer.from('x')), complete('SELECT 1'), ready('I'));
        assert.deepEqual(rig.received(), ['1', '2', 'E XX001', 'Z I']);
    }
});
test('rows whose keys are waited for keep their order and are asked for together', async () => {
    const keyRing = testKeyRing(true);
    const rig = await rigWith(keyRing);
    await rig.client(parse('select all'), bindWith([]), execute(), sync);
    const rows = ['a', 'b', 'c'].map((value) => rowOf(Buffer.from('1'), sealedEmail(value)));
    await rig.server(parseComplete, bindComplete, description(23, sealedOid), ...rows, complete('SELECT 3'), ready('I'));
    await rig.rest();
    const values = rig
        .frames(rig.receivedBytes())
        .filter((frame) => frame[0] === 0x44)
        .map((frame) => String(decodeDataRow(frame.subarray(5)).values[1]));
    assert.deepEqual(values, ['a', 'b', 'c']);
});
test('a message behind one that waits for keys does not overtake it (D31)', async () => {
    const rig = await rigWith(testKeyRing(true));
    await rig.client(parse('insert'), bindWith(['x']), execute(), parse('write'), bindWith([]), execute(), sync);
    await rig.rest();
    assert.deepEqual(rig.sent(), [
        'P : insert into users (email) values ($1)',
        'B  ',
        'E ',
        'P : write',
        'B  ',
        'E ',
        'S',
    ]);
});
test('where rows must be opened and something may write, Sync is held; a failure to open fails the pipeline', async () => {
    const rig = await rigWith();
    await rig.client(parse('write'), bindWith([]), execute(), parse('select all'), bindWith([]), describePortal(), execute(), sync);
    assert.deepEqual(rig.sent().slice(-2), ['E ', 'H']);
    const broken = sealedEmail('x');
    broken[broken.length - 30] ^= 1;
    await rig.server(parseComplete, bindComplete, complete('INSERT 0 1'), parseComplete, bindComplete);
    await rig.server(description(23, sealedOid), rowOf(Buffer.from('1'), broken), complete('SELECT 1'));
    assert.deepEqual(rig.sent(), [refusal, 'S']);
    await rig.server(error('42883'), ready('I'));
    assert.deepEqual(rig.received(), ['1', '2', 'C INSERT 0 1', '1', '2', 'T', 'E XX001', 'Z I']);
});
test('the held Sync goes on when the rows are opened', async () => {
    const rig = await rigWith();
    await rig.client(parse('insert returning'), bindWith(['x']), describePortal(), execute(), sync);
    assert.equal(rig.sent().at(-1), 'H');
    await rig.server(parseComplete, bindComplete, description(23, sealedOid), complete('INSERT 0 1'));
    assert.deepEqual(rig.sent(), ['S']);
});
test('in a block the transaction fails with the row, and a COMMIT behind it waits (I3)', async () => {
    const rig = await rigWith();
    await rig.client(query('begin'));
    await rig.server(complete('BEGIN'), ready('T'));
    rig.sent();
    rig.received();
    await rig.client(parse('select all'), bindWith([]), execute(), parse('commit'), bindWith([]), execute(), sync);
    assert.equal(rig.sent().some((line) => line === 'E ' || line === 'P : commit'), true);
    const broken = sealedEmail('x');
    broken[broken.length - 30] ^= 1;
    await rig.server(parseComplete, bindComplete, description(23, sealedOid), rowOf(Buffer.from('1'), broken));
    await rig.server(complete('SELECT 1'), parseComplete, bindComplete);
    const sent = rig.sent();
    assert.equal(sent.includes('E '), false);
    assert.deepEqual(sent.slice(-2), [refusal, 'S']);
    await rig.server(error('42883'), ready('E'));
    assert.deepEqual(rig.received().slice(-2), ['E XX001', 'Z E']);
});
test('what this statement sealed comes back without any key being asked for', async () => {
    const keyRing = testKeyRing();
    const rig = await rigWith(keyRing);
    await rig.client(parse('insert returning'), bindWith(['mine']), describePortal(), execute(), sync);
    const bound = rig.frames(rig.sentBytes()).find((frame) => frame[0] === 0x42);
    const sealed = Buffer.from(decodeBind(bound.subarray(5)).values[0]);
    await rig.server(parseComplete, bindComplete, description(23, sealedOid), rowOf(Buffer.from('1'), sealed));
    await rig.server(complete('INSERT 0 1'));
    await rig.server(ready('I'));
    const row = rig.frames(rig.receivedBytes()).find((frame) => frame[0] === 0x44);
    assert.equal(String(decodeDataRow(row.subarray(5)).values[1]), 'mine');
    assert.equal(keyRing.opens, 0);
});
test('a simple query on sealed columns runs by the extended protocol and looks like a simple query', async () => {
    const rig = await rigWith();
    await rig.client(query('write; select all'));
    assert.deepEqual(rig.sent().map((line) => line[0]), ['P', 'B', 'D', 'E', 'P', 'B', 'D', 'E', 'H']);
    await rig.server(parseComplete, bindComplete, noData, complete('INSERT 0 1'), parseComplete, bindComplete);
    await rig.server(description(23, sealedOid), rowOf(Buffer.from('1'), sealedEmail('a')), complete('SELECT 1'));
    assert.deepEqual(rig.sent(), ['S']);
    await rig.server(ready('I'));
    assert.deepEqual(rig.received(), ['C INSERT 0 1', 'T', 'D', 'C SELECT 1', 'Z I']);
});
test('a simple query that reads sealed columns in a block leaves at once, however late its values are (D31)', async () => {
    const rig = await rigWith(testKeyRing(true));
    await rig.client(query('begin'));
    await rig.server(complete('BEGIN'), ready('T'));
    rig.sent();
    await rig.client(query('begin;select all'));
    await rig.rest();
    assert.equal(rig.sent().at(-1), 'S');
});
test('a value that its type refuses takes its turn as an error and the value is in no message (I2)', async () => {
    const rig = await rigWith();
    await rig.client(parse('insert'), bindWith([Buffer.from([0x63, 0x00])]), execute(), sync);
    assert.deepEqual(rig.sent(), ['P : insert into users (email) values ($1)', refusal, 'S']);
    await rig.server(parseComplete, error('42883'), ready('I'));
    assert.deepEqual(rig.received(), ['1', 'E 22021', 'Z I']);
});
test('another number of parameters than the client s statement has is refused (A60)', async () => {
    const rig = await rigWith();
    await rig.client(parse('insert'), bindWith(['a', 'b']), execute(), sync);
    await rig.server(parseComplete, error('42883'), ready('I'));
    assert.deepEqual(rig.received(), ['1', 'E 08P01', 'Z I']);
});
const named = (plan, name) => [parse(plan, name), sync];
test('a second Parse of a name that the server refuses does not change what the name means (A43, A44)', async () => {
    const rig = await rigWith();
    await rig.client(...named('select all', 'a'), ...named('write', 'a'), bind('a'), execute(), sync);
    // What `a` means is known when both are answered.
    assert.deepEqual(rig.sent(), ['P a: select id, email from users', 'S', 'P a: write', 'S', 'H']);
    await rig.server(parseComplete, ready('I'), error('42P05'), ready('I'));
    assert.deepEqual(rig.sent(), ['B  a', 'D P', 'E ', 'S']);
});
test('a Close that the server skips takes no statement away, nor a DEALLOCATE that fails (A44, A53)', async () => {
    for (const taken of [[parse('bad'), close('a'), sync], [query('deallocate a')]]) {
        const rig = await rigWith();
        await rig.client(...named('insert', 'a'));
        await rig.server(parseComplete, ready('I'));
        rig.sent();
        await rig.client(...taken, bindWith(['canary-1'], 'a'), execute(), sync);
        await rig.server(error('42601'), ready('I'));
        const bytes = rig.sentBytes();
        assert.equal(bytes.includes('canary-1'), false);
        assert.equal(bytes.includes('B'), true);
    }
});
test('the unnamed statement that a simple query leaves behind is not the client s (A42)', async () => {
    const rig = await rigWith();
    await rig.client(query('select all'));
    await rig.server(parseComplete, bindComplete, description(23, sealedOid), complete('SELECT 0'), ready('I'));
    rig.sent();
    await rig.client(bindWith(['canary-1']), execute(), sync);
    assert.deepEqual(rig.sent(), [refusal, 'S']);
});
test('a refused Parse of the unnamed statement drops the one before it, as PostgreSQL does (A42)', async () => {
    const rig = await rigWith();
    await rig.client(parse('write'), sync);
    await rig.server(parseComplete, ready('I'));
    await rig.client(parse('a; b'), sync);
    assert.deepEqual(rig.sent().slice(-2), ['P : select pg_catalog.pgseal_refused_this_statement()', 'S']);
    await rig.server(error('42883'), ready('I'));
    assert.deepEqual(rig.received().slice(-2), ['E 42601', 'Z I']);
});
test('a writing statement of a simple query that fails gives its error without a description', async () => {
    const rig = await rigWith();
    await rig.client(query('insert constant'));
    await rig.server(parseComplete, bindComplete, description(23, sealedOid), error('23505'));
    await rig.server(ready('I'));
    assert.deepEqual(rig.received(), ['E 23505', 'Z I']);
});
test('a format that is neither text nor binary is refused (A60)', async () => {
    const rig = await rigWith();
    const frame = Buffer.from(bindWith(['x']));
    frame.writeUInt16BE(1, frame.length - 2);
    const bind = Buffer.concat([frame, Buffer.from([0, 7])]);
    bind.writeInt32BE(bind.length - 1, 1);
    await rig.client(parse('insert'), bind, execute(), sync);
    await rig.server(parseComplete, error('42883'), ready('I'));
    assert.deepEqual(rig.received(), ['1', 'E 22023', 'Z I']);
});
//# sourceMappingURL=sealed.test.js.map