import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { readAuditKeyFile } from '../../../src/observe/audit/key-file.js';
import { statement, TrailPlace } from './trail-place.js';
/** Segment 1: begin, ten statements, end. Segment 2: begin, five, end. 19 lines. */
async function written(t) {
    const place = new TrailPlace(t);
    for (const count of [10, 5]) {
        const trail = await place.begin();
        for (let n = 0; n < count; n += 1)
            assert.equal(trail.append(statement(n)), true);
        trail.end();
    }
    return place;
}
test('a trail that nobody touched is whole, over restarts', async (t) => {
    const place = await written(t);
    const verdict = await place.verify();
    assert.deepEqual(verdict.said, []);
    assert.deepEqual([verdict.lines, verdict.segments], [19, 2]);
    assert.deepEqual([verdict.last?.segment, verdict.last?.n], [2, 6]);
});
test('every byte of a line that is changed is found, wherever it is', async (t) => {
    const place = await written(t);
    const before = readFileSync(place.path);
    const lineLength = before.indexOf(10);
    // The third line; a line feed made or taken away cuts it in two or joins it.
    const start = before.indexOf(10, lineLength + 1) + 1;
    const end = before.indexOf(10, start);
    for (let at = start; at <= end; at += 1) {
        const changed = Buffer.from(before);
        changed[at] = changed[at] ^ 1;
        writeFileSync(place.path, changed);
        assert.ok((await place.verify()).problems > 0, `byte ${at - start} of ${end - start}`);
    }
});
test('lines removed are found, each alone and the first and last ones', async (t) => {
    const place = await written(t);
    const lines = place.lines();
    for (let at = 0; at < lines.length; at += 1) {
        place.write(lines.filter((_, index) => index !== at));
        const { said } = await place.verify();
        assert.ok(said.length > 0, `line ${at}`);
    }
    place.write(lines.filter((_, index) => index < 4 || index > 6));
    assert.deepEqual((await place.verify()).said, [
        'audit.jsonl:5: lines 4 to 6 of segment 1 are missing before this one',
    ]);
});
test('lines cut from the end are found, up to whole segments', async (t) => {
    const place = await written(t);
    const lines = place.lines();
    for (const kept of [18, 15, 13, 11, 1]) {
        place.write(lines.slice(0, kept));
        const { said } = await place.verify();
        assert.equal(said.length, 1, `${kept} kept: ${said}`);
        assert.match(said[0], /has no end behind line \d+: its process was killed, or lines were cut/);
    }
    // Cut at the end of a segment only an anchor tells.
    place.write(lines.slice(0, 12));
    assert.deepEqual((await place.verify()).said, []);
    const kept = JSON.parse(lines[18]);
    const { said } = await place.verify({ anchors: [kept] });
    assert.deepEqual(said, ['audit.jsonl:12: line 6 of segment 2, which was anchored, is not there']);
});
test('lines in another order, twice, or of another trail are found', async (t) => {
    const place = await written(t);
    const lines = place.lines();
    const swapped = [...lines];
    swapped[4] = lines[5];
    swapped[5] = lines[4];
    place.write(swapped);
    assert.deepEqual((await place.verify()).said, [
        'audit.jsonl:5: line 4 of segment 1 is missing before this one',
        'audit.jsonl:6: line 4 of segment 1 stands behind line 5',
    ]);
    place.write([...lines.slice(0, 6), lines[5], ...lines.slice(6)]);
    assert.deepEqual((await place.verify()).said, ['audit.jsonl:7: line 5 of segment 1 stands behind line 5']);
    place.write([...lines.slice(12), ...lines.slice(0, 12)]);
    assert.ok((await place.verify()).problems > 0, 'segments swapped');
    const other = await written(t);
    place.write([...lines.slice(0, 6), other.lines()[6], ...lines.slice(7)]);
    assert.deepEqual((await place.verify()).said, ['audit.jsonl:7: the line was changed']);
    place.write([...lines.slice(0, 6), '{"v":1,"a":"line of somebody"}', ...lines.slice(6)]);
    assert.deepEqual((await place.verify()).said, ['audit.jsonl:7: 31 bytes are no line of an audit file']);
});
test('the anchored line must be the very line', async (t) => {
    const place = await written(t);
    const line = JSON.parse(place.lines()[5]);
    assert.equal((await place.verify({ anchors: [line] })).anchors, 1);
    const { said } = await place.verify({ anchors: [{ ...line, mac: 'A'.repeat(43) }] });
    assert.deepEqual(said, ['audit.jsonl:6: the line is not the one that was anchored']);
});
test('who takes the key file later cannot write a line of an earlier segment', async (t) => {
    const place = await written(t);
    const lines = place.lines();
    const { segment, key } = readAuditKeyFile(place.keyFile);
    assert.equal(segment, 3);
    // What the file on the box holds gives the MAC of no line there is: tried as segment key and as line key.
    for (const line of lines) {
        const { maced, mac } = /^(?<maced>.*),"mac":"(?<mac>.{43})"\}$/.exec(line).groups;
        const { run } = JSON.parse(line);
        const seed = createHmac('sha256', key).update(`pgseal/audit/segment/1 ${run}`).digest();
        for (const tried of [key, seed])
            assert.notEqual(createHmac('sha256', tried).update(maced).digest('base64url'), mac);
    }
});
test('a line is verified from docs/audit.md alone: HMACs over the bytes before its own', async (t) => {
    const place = await written(t);
    const base64 = readFileSync(place.copy, 'utf8').trim().split(' ')[3];
    const hmac = (key, text) => createHmac('sha256', key).update(text).digest();
    const segmentKey = hmac(Buffer.from(base64, 'base64'), 'pgseal/audit/forward/1');
    const line = place.lines()[12 + 3];
    const { run, n, segment } = JSON.parse(line);
    assert.deepEqual([segment, n], [2, 3]);
    let key = hmac(segmentKey, `pgseal/audit/segment/1 ${run}`);
    for (let step = 0; step < n; step += 1)
        key = hmac(key, 'pgseal/audit/next/1');
    assert.ok(line.endsWith(`,"mac":"${hmac(key, line.slice(0, -53)).toString('base64url')}"}`));
});
test('files of which the beginning is gone are verified as such only', async (t) => {
    const place = await written(t);
    const lines = place.lines();
    place.write(lines.slice(7));
    assert.match((await place.verify()).said[0], /the files begin with line 7 of segment 1: earlier ones are missing/);
    assert.deepEqual((await place.verify({ partial: true })).said, []);
    place.write(lines.slice(12));
    assert.deepEqual((await place.verify({ partial: true })).said, []);
});
test('a killed process: its torn line is told by the next one, and its segment wants to be known', async (t) => {
    const place = new TrailPlace(t);
    const first = await place.begin();
    for (let n = 0; n < 3; n += 1)
        first.append(statement(n));
    // The process is gone: what it was writing is cut short. Its own lock is no other process's.
    appendFileSync(place.path, '{"v":1,"segment":1,"run":"so');
    const second = await place.begin();
    second.append(statement(0));
    second.end();
    const { said } = await place.verify();
    assert.deepEqual(said, [
        'audit.jsonl:6: segment 1 has no end behind line 3: its process was killed, or lines were cut',
    ]);
    assert.deepEqual((await place.verify({ interrupted: new Set([1]) })).said, []);
    const lines = readFileSync(place.path, 'utf8').split('\n');
    lines[4] = `${lines[4]}x`;
    writeFileSync(place.path, lines.join('\n'));
    assert.match((await place.verify({ interrupted: new Set([1]) })).said[0], /bytes are no line/);
});
test('lines cut between a kill and the next start are found as soon as one of them was anchored', async (t) => {
    const place = new TrailPlace(t);
    const first = await place.begin();
    for (let n = 0; n < 9; n += 1)
        first.append(statement(n));
    const anchored = first.head();
    const text = readFileSync(place.path);
    truncateSync(place.path, text.lastIndexOf(10, text.length - 2) + 1);
    const second = await place.begin();
    second.end();
    const interrupted = new Set([1]);
    assert.deepEqual((await place.verify({ interrupted })).said, []);
    assert.deepEqual((await place.verify({ interrupted, anchors: [anchored] })).said, [
        'audit.jsonl:11: line 9 of segment 1, which was anchored, is not there',
    ]);
});
//# sourceMappingURL=verify.test.js.map