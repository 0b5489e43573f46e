// An UPDATE of the one row whose record its WHERE says is one statement; every other one looks for its rows first.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planOf } from './vectors.js';
const set = "update accounts set owner = 'x' where";
function planned(sql) {
    const plan = planOf({ file: '', name: sql, header: [], sql, expected: [] });
    assert.ok(plan.kind === 'sealed', sql);
    return plan;
}
test('the record is made of what its columns are compared with', () => {
    for (const where of ['id = $1', '7 = id', "id = '7'", 'id = $1::int4', "id = 7 and note = 'x'", 'id = null']) {
        const { many, records } = planned(`${set} ${where}`);
        assert.equal(many, undefined, where);
        assert.deepEqual(records.map((record) => record?.values.map(({ from }) => from)), [['compared']], where);
    }
});
test('a value that may have another text, or not all of the record, says no record', () => {
    for (const where of [
        'id = 7.0',
        'id = $1::numeric',
        'id = 7 or id = 8',
        'id > 7',
        "owner = 'x'",
        'id + 0 = 7',
        'true',
    ]) {
        const { many, records } = planned(`${set} ${where}`);
        assert.notEqual(many, undefined, where);
        assert.deepEqual(records, [], where);
    }
    // The type that the server gives a parameter of two places is its own to say.
    assert.notEqual(planned(`${set} id = $1 and note = $1`).many, undefined);
});
//# sourceMappingURL=pinned-record.test.js.map