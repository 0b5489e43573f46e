import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Counts, latencyBounds } from '../../src/observe/counts.js';
import { addUp, metricsText } from '../../src/observe/metric-text.js';
const family = (value, worker) => [
    {
        name: 'a_total',
        type: 'counter',
        help: 'Things.',
        samples: [
            { labels: {}, value },
            { labels: { worker }, value },
        ],
    },
];
test('the text of a family, with what its labels hold escaped', () => {
    const text = metricsText([
        {
            name: 'a_seconds',
            type: 'histogram',
            help: 'Times.',
            samples: [{ suffix: '_bucket', labels: { key: 'a"b\\c\nd', le: '+Inf' }, value: 0.5 }],
        },
    ]);
    assert.equal(text, '# HELP a_seconds Times.\n# TYPE a_seconds histogram\na_seconds_bucket{key="a\\"b\\\\c\\nd",le="+Inf"} 0.5\n');
});
test('processes add up, but for what is told apart by a label', () => {
    const text = metricsText(addUp([family(2, '1'), family(3, '2')]));
    assert.match(text, /^a_total 5$/m);
    assert.match(text, /^a_total\{worker="1"\} 2$/m);
    assert.match(text, /^a_total\{worker="2"\} 3$/m);
    assert.equal(text.match(/# TYPE/g).length, 1);
});
test('a call is counted in the first bucket that it fits', () => {
    const counts = new Counts().keyService('default');
    for (const milliseconds of [0.5, 1, 1.1, 20_000])
        counts.ended('ok', milliseconds, 7);
    assert.deepEqual([counts.buckets[0], counts.buckets[1], counts.buckets[latencyBounds.length]], [2, 1, 1]);
    counts.ended('outage', 1, 8);
    assert.deepEqual([counts.lastAt, counts.lastFailed], [8, true]);
});
//# sourceMappingURL=metric-text.test.js.map