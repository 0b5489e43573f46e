import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PgsealError } from '../../src/errors.js';
import { createLog } from '../../src/observe/log.js';
function record(level, act) {
    const lines = [];
    act(createLog(level, { write: (line) => lines.push(line) }));
    return lines.map((line) => JSON.parse(line));
}
test('a refusal is a line of names, with the part that only operators see', () => {
    const error = new PgsealError('sealedColumnUse', { column: 'public.users.email', clause: 'lower()' }, { logDetail: 'why' });
    const [line] = record('info', (log) => log.connection(7).refused({ error, statement: 'SelectStmt' }));
    assert.equal(typeof line.time, 'string');
    assert.deepEqual({ ...line, time: undefined }, {
        level: 'warn',
        time: undefined,
        event: 'refused',
        connection: 7,
        statement: 'SelectStmt',
        error: 'sealedColumnUse',
        sqlstate: '0A000',
        message: 'cannot use sealed column "public.users.email" in lower()',
        detail: 'why',
    });
});
test('the message of an error that is not ours is never written', () => {
    const secret = 'plain@example.com';
    const error = Object.assign(new Error(`invalid input syntax for type integer: "${secret}"\n second ${secret}`), {
        code: '22P02',
        detail: secret,
    });
    const lines = record('info', (log) => {
        log.failed({ during: 'catalog', error });
        log.connection(1).failed({ error });
        log.connection(1).failed({ error: secret });
    });
    assert.ok(!JSON.stringify(lines).includes(secret));
    assert.equal(lines[0].code, '22P02');
    assert.match(lines[0].at, /^at /);
});
test('lines of connections that come and go are for debugging', () => {
    const act = (log) => log.connection(1).opened({ remote: '127.0.0.1' });
    assert.equal(record('info', act).length, 0);
    assert.equal(record('debug', act)[0].event, 'connection-opened');
});
//# sourceMappingURL=log.test.js.map