import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { test } from 'node:test';
import { Anchors, anchorsAtKeyService, anchorsAtWebhook } from '../../../src/observe/audit/anchors.js';
import { readAuditKeyFile } from '../../../src/observe/audit/key-file.js';
import { keysFromMac } from '../../../src/observe/audit/segment-keys.js';
import { statement, TrailPlace } from './trail-place.js';
test('full files are put aside, the chain goes across them, and so many are kept', async (t) => {
    const place = new TrailPlace(t);
    const trail = await place.begin({ rotateBytes: 4096 });
    for (let n = 0; n < 100; n += 1)
        trail.append(statement(n));
    assert.ok(place.files().length > 5);
    for (const file of place.files().slice(0, -1))
        assert.ok(statSync(file).size < 4096 + 400);
    trail.end();
    assert.deepEqual((await place.verify()).said, []);
    const keeping = await place.begin({ rotateBytes: 4096, keep: 3 });
    for (let n = 0; n < 100; n += 1)
        keeping.append(statement(n));
    keeping.end();
    assert.equal(place.files().length, 4);
    assert.equal((await place.verify()).problems, 1);
    assert.deepEqual((await place.verify({ partial: true })).said, []);
});
test('a file of the middle that is gone is found', async (t) => {
    const place = new TrailPlace(t);
    const trail = await place.begin({ rotateBytes: 4096 });
    for (let n = 0; n < 60; n += 1)
        trail.append(statement(n));
    trail.end();
    rmSync(place.files()[2]);
    assert.match((await place.verify()).said[0], /lines \d+ to \d+ of segment 1 are missing/);
});
test('the audit file and its key are the owner’s alone', async (t) => {
    const place = new TrailPlace(t);
    const trail = await place.begin();
    trail.end();
    for (const file of [place.path, place.keyFile])
        assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(existsSync(`${place.path}.lock`), false);
});
test('one process writes a trail; a note of one that is gone keeps nobody out', async (t) => {
    const place = new TrailPlace(t);
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(`${place.path}.lock`, `${gone} 1\n`);
    const trail = await place.begin();
    trail.end();
    if (process.platform !== 'linux')
        return;
    // The parent of this process lives. Its number with another beginning is another process's.
    writeFileSync(`${place.path}.lock`, `${process.ppid} 1\n`);
    const again = await place.begin();
    again.end();
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'latin1');
    const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    writeFileSync(`${place.path}.lock`, `${process.ppid} ${began}\n`);
    await assert.rejects(place.begin(), /the audit file is written by process/);
});
test('an old copy of the key file begins nothing', async (t) => {
    const place = new TrailPlace(t);
    const trail = await place.begin();
    trail.end();
    assert.equal(readAuditKeyFile(place.keyFile).segment, 2);
    copyFileSync(place.copy, place.keyFile);
    await assert.rejects(place.begin(), /it is an old copy/);
});
test('a full disk: lines are refused until there is room, and the chain has no tear', async (t) => {
    const place = new TrailPlace(t);
    const disk = new Disk();
    const trail = await place.begin({ write: disk.write });
    trail.append(statement(0));
    disk.full = true;
    assert.equal(trail.append(statement(1)), false);
    assert.equal(trail.append(statement(2)), false);
    assert.throws(() => trail.check(), { errorName: 'auditUnwritable', sqlstate: '58030' });
    assert.equal(trail.failure()?.sqlstate, '58030');
    assert.deepEqual(place.events, ['failed no space is left'], 'told once, not for each line');
    disk.full = false;
    trail.check();
    assert.equal(trail.append(statement(3)), true);
    trail.end();
    assert.deepEqual(place.events.slice(1), ['resumed lost 2 refused 1']);
    assert.deepEqual((await place.verify()).said, []);
    const gap = place.lines().map((line) => JSON.parse(line));
    assert.deepEqual(gap.filter(({ event }) => event === 'gap').map(({ lost, refused, reason }) => ({ lost, refused, reason })), [{ lost: 2, refused: 1, reason: 'no space is left' }]);
});
test('onFailure continue: nothing is refused, and what was lost is counted in the trail', async (t) => {
    const place = new TrailPlace(t);
    const disk = new Disk();
    const trail = await place.begin({ onFailure: 'continue', write: disk.write });
    disk.full = true;
    for (let n = 0; n < 7; n += 1)
        trail.append(statement(n));
    trail.check();
    assert.equal(trail.failure(), undefined);
    disk.full = false;
    trail.append(statement(8));
    trail.end();
    assert.deepEqual((await place.verify()).said, []);
    assert.match(place.lines().join('\n'), /"event":"gap","lost":7,"refused":0/);
});
test('a file taken away by somebody else is noticed, begun again, and its lines are missed', async (t) => {
    const place = new TrailPlace(t);
    const trail = await place.begin();
    for (let n = 0; n < 5; n += 1)
        trail.append(statement(n));
    renameSync(place.path, `${place.path}.elsewhere`);
    await until(() => place.events.length > 0);
    trail.append(statement(5));
    trail.end();
    assert.deepEqual(place.events[0], 'failed the file was removed');
    assert.match((await place.verify()).said.join('\n'), /earlier ones are missing/);
});
test('a key service makes the seed: nothing of the key is on the box', async (t) => {
    const place = new TrailPlace(t);
    const asked = [];
    const macOf = async (message) => {
        asked.push(message.toString());
        return Buffer.from(message.toString('hex').padEnd(64, '0').slice(-64), 'hex');
    };
    for (let start = 0; start < 2; start += 1) {
        const trail = await place.begin({ keys: keysFromMac(macOf) });
        trail.append(statement(0));
        trail.end();
    }
    assert.equal(asked.length, 2);
    assert.match(asked[1], /^pgseal\/audit\/segment\/1 2 [0-9a-f-]{36}$/);
    const seedOf = (segment, run) => macOf(Buffer.from(`pgseal/audit/segment/1 ${segment} ${run}`));
    assert.deepEqual((await place.verify({ seedOf })).said, []);
});
test('anchors by lines at a key service: its MACs hold, and one that it did not make does not', async (t) => {
    const place = new TrailPlace(t);
    const trail = await place.begin();
    const macOf = async (message, onCall) => {
        onCall?.('request-1');
        return Buffer.from(message.toString('hex').padEnd(64, '0').slice(-64), 'hex');
    };
    const anchors = new Anchors(trail, { every: { lines: 4 }, to: anchorsAtKeyService(macOf) }, place.log);
    for (let n = 0; n < 10; n += 1) {
        trail.append(statement(n));
        await new Promise(setImmediate);
    }
    await anchors.close();
    trail.end();
    const verdict = await place.verify({ macOf });
    assert.deepEqual(verdict.said, []);
    assert.equal(verdict.anchors, 3, 'at the begin, and behind each four lines');
    const { said } = await place.verify({ macOf: async () => Buffer.alloc(32) });
    assert.match(said[0], /the key service did not make this anchor/);
});
test('anchors at a webhook: what it got is enough to find a cut; one that fails is told and goes on', async (t) => {
    const place = new TrailPlace(t);
    const trail = await place.begin();
    const got = [];
    let takes = true;
    const webhook = anchorsAtWebhook(async (json) => {
        if (takes)
            got.push(JSON.parse(json));
        return takes;
    });
    const anchors = new Anchors(trail, { every: { ms: 3_600_000 }, to: webhook }, place.log);
    await anchors.anchor();
    trail.append(statement(0));
    takes = false;
    await anchors.anchor();
    assert.equal(anchors.failed, 1);
    assert.deepEqual(place.events, ['anchor failed']);
    takes = true;
    await anchors.close();
    trail.end();
    await anchors.last(trail.head());
    assert.equal((await place.verify({ anchors: got })).anchors, 2);
    place.write(place.lines().slice(0, -2));
    assert.match((await place.verify({ anchors: got, running: true })).said.join(), /which was anchored, is not there/);
});
async function until(holds) {
    while (!holds())
        await new Promise((resolve) => setTimeout(resolve, 20));
}
/** A disk that takes half a line and then nothing more. */
class Disk {
    full = false;
    write = (descriptor, bytes, offset) => {
        if (!this.full)
            return writeSync(descriptor, bytes, offset);
        if (offset === 0)
            return writeSync(descriptor, bytes, 0, bytes.length >> 1);
        throw Object.assign(new Error('write'), { code: 'ENOSPC' });
    };
}
//# sourceMappingURL=trail.test.js.map