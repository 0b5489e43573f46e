import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTwins } from '../twins.js';
import { parseRecording, readRecordings, recordedFolder, writeRecording } from './recording.js';
import { replay } from './replay.js';
let twins;
before(async () => {
    twins = await startTwins({ fixture: recordedFolder });
});
after(async () => {
    await twins?.stop();
});
const recordings = readRecordings();
// A part of what `npm run proof -- sql.2` runs: tasks that are served whole.
const tasks = ['connect', 'read', 'transactions'];
for (const library of new Set(recordings.map((one) => one.library))) {
    test(`statements of ${library} do the same on sealed tables`, async () => {
        const own = recordings.filter((one) => one.library === library);
        assert.ok(own.reduce((sum, one) => sum + one.statements.length, 0) >= 40);
        for (const one of own.filter(({ name }) => tasks.some((task) => name.endsWith(`_${task}`)))) {
            const { statements, served, refused, disagreements } = await replay(twins, one);
            assert.deepEqual(disagreements, []);
            assert.deepEqual(refused, []);
            assert.equal(served, statements);
        }
    });
}
test('ten libraries are recorded', () => {
    assert.ok(new Set(recordings.map((one) => one.library)).size >= 10);
});
test('a recording reads back as it was written', () => {
    const statements = [
        { sql: 'select 1;', simple: true, oids: [], values: [], results: [] },
        {
            sql: 'select\n  $1, $2',
            simple: false,
            oids: [25, 0],
            values: ['a;\n', Buffer.from([0, 1]), null],
            results: [1],
        },
    ];
    assert.deepEqual(parseRecording('x/001_y', writeRecording('x 1', statements)), {
        library: 'x',
        name: 'x/001_y',
        by: 'x 1',
        statements,
    });
    assert.throws(() => parseRecording('x/001_y', '-- by: x\nselect 1'), /not a recording/);
});
//# sourceMappingURL=recorded.test.js.map