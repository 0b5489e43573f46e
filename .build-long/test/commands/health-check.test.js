import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { freePort } from '../support/postgres.js';
import { repoRoot } from '../support/root.js';
import { printed, startPgseal } from '../support/run-pgseal.js';
test("the image's health check tells a proxy that serves from one that does not", async (t) => {
    const line = /^HEALTHCHECK .* CMD (\[.*\])$/m.exec(readFileSync(join(repoRoot, 'Dockerfile'), 'utf8'));
    const [, ...commandLine] = JSON.parse(line[1]);
    const check = (port) => spawnSync(process.execPath, commandLine, { env: { PGSEAL_HTTP_PORT: String(port) }, timeout: 5000 }).status;
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-health-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const map = join(folder, 'map.yaml');
    const port = await freePort();
    const url = 'postgres://127.0.0.1:1/app';
    writeFileSync(map, `listen: 127.0.0.1:0\nupstream: ${url}\ncontrol: ${url.replace('//', '//p@')}\npassthrough: true\nhttp: ${port}\n`);
    const child = startPgseal(['serve', '--config', map]);
    t.after(() => child.kill('SIGKILL'));
    await printed(child, /^listening on 127\.0\.0\.1:(\d+)$/);
    assert.equal(check(port), 0);
    child.kill('SIGTERM');
    await once(child, 'exit');
    assert.equal(check(port), 1);
});
//# sourceMappingURL=health-check.test.js.map