import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PgsealError } from '../../src/errors.js';
import { maxStatementBytes, parserRestarts, parseText, scanTokens } from '../../src/sql/parser.js';
function failure(text) {
    try {
        parseText(Buffer.from(text));
    }
    catch (error) {
        assert.ok(error instanceof PgsealError);
        return error;
    }
    throw new Error('parsed');
}
test('empty and comment-only texts have no statements (A59)', () => {
    for (const text of ['', ' ', ';', ' ;; ', '-- note', '/* note */ ;'])
        assert.deepEqual(parseText(Buffer.from(text)), []);
});
test('a syntax error carries 42601 and a character position, and nothing of the text (C20)', () => {
    const error = failure("select 'é-secret' frm frm 'secret'");
    assert.equal(error.sqlstate, '42601');
    assert.equal(error.position, 23);
    assert.equal(error.message, 'syntax error');
    assert.equal(failure("select 'secret").message, 'unterminated quoted string');
    assert.equal(failure('select 1 +').message, 'syntax error at end of input');
    for (const text of [
        "select 'secret",
        'select "secret',
        "select U&'\\zz secret'",
        'select $99999999999',
        'select $secret$x',
    ]) {
        assert.doesNotMatch(failure(text).message, /secret|999/);
    }
});
test('bytes that are not UTF-8, and zero bytes, are refused before parsing (A62)', () => {
    assert.equal(failure(Buffer.from([0x73, 0xff])).sqlstate, '22021');
    assert.equal(failure(Buffer.from('select 1\0')).sqlstate, '22021');
});
test('a text over the bound is refused', () => {
    assert.equal(failure(Buffer.alloc(maxStatementBytes + 1, 0x20)).sqlstate, '54000');
});
test('an instance that failed is replaced, and the next statements parse (D20, I9)', async () => {
    const deep = `select ${'a+'.repeat(60_000)}a`;
    const before = parserRestarts();
    for (let round = 0; round < 5; round += 1) {
        assert.equal(failure(deep).sqlstate, '54001');
        await nextTurn();
        assert.equal(parseText(Buffer.from('select 1')).length, 1);
    }
    assert.ok(parserRestarts() >= before + 5);
    assert.equal(failure(`select ${'('.repeat(20_000)}`).sqlstate, '54001');
});
test('tokens are byte ranges (B28)', () => {
    const tokens = scanTokens(Buffer.from("select 'é' /* c */, x -- d"));
    assert.deepEqual(tokens.map((token) => [token.start, token.end]), [
        [0, 6],
        [7, 11],
        [19, 20],
        [21, 22],
    ]);
});
//# sourceMappingURL=parser.test.js.map