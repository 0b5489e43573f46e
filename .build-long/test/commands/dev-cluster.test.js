import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startCluster } from '../../src/commands/dev/cluster.js';
import { openDevFolder } from '../../src/commands/dev/dev-folder.js';
import { freePort } from '../../src/commands/dev/free-port.js';
import { postgresPrograms } from '../../src/commands/dev/postgres-programs.js';
import { openDatabase } from '../../src/control/database.js';
function temporaryFolder(t, mode) {
    const above = mkdtempSync(join(tmpdir(), 'pgseal-dev-test-'));
    chmodSync(above, mode);
    const where = openDevFolder(join(above, '.pgseal'));
    t.after(() => {
        where.release();
        for (const path of [where.clusterFolder, where.socketFolder, above])
            rmSync(path, { recursive: true, force: true });
    });
    return where;
}
async function start(t, where) {
    const cluster = await startCluster(postgresPrograms(where), where, await freePort(0));
    t.after(() => cluster.stop());
    return cluster;
}
async function ask(url, text) {
    const database = openDatabase(url, 1);
    try {
        const [row] = await database.query(text);
        return Object.values(row)[0];
    }
    finally {
        await database.close();
    }
}
for (const [name, mode] of [
    ['that everybody can enter', 0o755],
    ['that only its owner can enter', 0o700],
]) {
    test(`a cluster starts below a folder ${name}, and is kept between starts`, async (t) => {
        const where = temporaryFolder(t, mode);
        const first = await start(t, where);
        await ask(first.superuserUrl('postgres'), 'create database kept').catch(() => undefined);
        await first.stop();
        const second = await start(t, where);
        assert.equal(await ask(second.superuserUrl('kept'), 'select pg_catalog.current_database()'), 'kept');
        assert.equal(await ask(second.superuserUrl('kept'), 'show server_encoding'), 'UTF8');
    });
}
test('a cluster that was cut short is made anew, one whose owner was killed is taken over', async (t) => {
    const where = temporaryFolder(t, 0o755);
    const halfMade = join(where.clusterFolder, 'data.new-1');
    mkdirSync(halfMade);
    writeFileSync(join(halfMade, 'PG_VERSION'), '18\n');
    const orphan = await start(t, where);
    assert.ok(!existsSync(halfMade));
    // A process that is killed cannot stop its server: the next one finds it running.
    const next = await start(t, where);
    await orphan.ended;
    assert.equal(await ask(next.superuserUrl('postgres'), 'select 1'), 1);
});
test('no login over TCP works without a password, and no password lies in a file', async (t) => {
    const where = temporaryFolder(t, 0o755);
    const cluster = await start(t, where);
    await assert.rejects(ask(`postgres://postgres@127.0.0.1:${cluster.port}/postgres`, 'select 1'));
    assert.equal(await ask(cluster.superuserUrl('postgres'), "select rolpassword is null from pg_authid where rolname = 'postgres'"), true);
    assert.deepEqual(readdirSync(where.folder).filter((file) => file !== 'cluster'), ['dev.pid', 'postgres.log']);
    assert.doesNotMatch(readFileSync(join(where.folder, 'postgres.log'), 'utf8'), /select/);
});
test('a folder that another process has is refused in one sentence', async (t) => {
    const above = mkdtempSync(join(tmpdir(), 'pgseal-dev-test-'));
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'pgseal', 'dev'], { stdio: 'ignore' });
    t.after(() => {
        other.kill();
        rmSync(above, { recursive: true, force: true });
    });
    writeFileSync(join(above, 'dev.pid'), `${other.pid}\n`);
    assert.throws(() => openDevFolder(above), {
        message: `process ${other.pid} runs "pgseal dev" in "${above}" already`,
    });
});
test('a folder that cannot be made is one sentence', (t) => {
    const above = mkdtempSync(join(tmpdir(), 'pgseal-dev-test-'));
    t.after(() => rmSync(above, { recursive: true, force: true }));
    const file = join(above, 'file');
    writeFileSync(file, '');
    assert.throws(() => openDevFolder(file), { message: `cannot use folder "${file}": it is not a folder` });
    assert.throws(() => openDevFolder(join(file, 'below')), {
        message: `cannot use folder "${join(file, 'below')}": a part of its path is not a folder`,
    });
});
test('a note of a process that is gone, or is another program, is no hindrance', (t) => {
    const above = mkdtempSync(join(tmpdir(), 'pgseal-dev-test-'));
    t.after(() => rmSync(above, { recursive: true, force: true }));
    for (const stale of [String(process.ppid), '4194304', 'nonsense', String(process.pid)]) {
        writeFileSync(join(above, 'dev.pid'), stale);
        const where = openDevFolder(above);
        where.release();
        if (where.clusterFolder.startsWith('/var/tmp'))
            rmSync(where.clusterFolder, { recursive: true, force: true });
    }
});
test('a port that is taken gives way to another', async (t) => {
    const where = temporaryFolder(t, 0o755);
    const cluster = await start(t, where);
    assert.notEqual(await freePort(cluster.port), cluster.port);
});
//# sourceMappingURL=dev-cluster.test.js.map