// /readyz and /livez tell the truth: server down, KMS down, control login revoked, parser broken, all well. Each trouble is
// made for a running proxy, looked at, and taken back; then all is well again without a restart.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { KmsServer } from '../kms-server/kms-server.js';
import { startBalancer } from '../support/balancer.js';
import { runAs } from '../support/owned-database.js';
import { mustPgseal, startProxy, writeMap } from '../support/pgseal.js';
import { freePort, startPostgres } from '../support/postgres.js';
import { buildRoot } from '../support/root.js';
const patienceMs = 20_000;
export const prove = async (print) => {
    const server = await startPostgres();
    const database = await server.createDatabase('health');
    await runAs(database.url, [
        'create table people (id int primary key, email text)',
        'create role health_control login superuser',
    ]);
    const kms = new KmsServer();
    const endpoint = await kms.listen();
    const keyId = kms.keys.create('ENCRYPT_DECRYPT', false).arn;
    const environment = { AWS_ACCESS_KEY_ID: 'AKIDPROOF', AWS_SECRET_ACCESS_KEY: 'not checked' };
    const line = await startBalancer([server.port]);
    const httpPort = await freePort();
    const map = await writeMap(database.url, `http: ${httpPort}
keys: { default: { kms: aws, keyId: "${keyId}", endpoint: "${endpoint}", dataKeys: branch } }
tables: { public.people: { columns: { email: { type: text } } } }
`);
    const control = new URL(database.url);
    control.username = 'health_control';
    const text = readFileSync(map.file, 'utf8')
        .replace(/^upstream: .*$/m, (found) => found.replace(`:${server.port}/`, `:${line.port}/`))
        .replace(/^control: .*$/m, `control: ${control.href}`);
    writeFileSync(map.file, text);
    await mustPgseal(['apply', '--yes', '--config', map.file, '--admin-url', database.url], environment);
    const breaker = pathToFileURL(join(buildRoot, 'test/support/breakable-parser.js')).href;
    const proxy = await startProxy(map, database.url, environment, ['--import', breaker]);
    const get = async (path) => {
        const response = await fetch(`http://127.0.0.1:${httpPort}${path}`, { signal: AbortSignal.timeout(10_000) });
        return { status: response.status, body: await response.text() };
    };
    const said = async () => {
        const [live, ready, withKeys] = await Promise.all([get('/livez'), get('/readyz'), get('/readyz?require=kms')]);
        return { live: live.status, ready: ready.status, withKeys: withKeys.status, body: ready.body.trim() };
    };
    let holds = true;
    /** Until the port says this: a look is shared for a second, and a service that answered lately is not asked at once. */
    const expect = async (what, live, ready, withKeys, check) => {
        const since = performance.now();
        let last = await said();
        const fits = () => last.live === live && last.ready === ready && last.withKeys === withKeys && check.test(last.body);
        while (!fits() && performance.now() - since < patienceMs) {
            await delay(200);
            last = await said();
        }
        if (!fits())
            holds = false;
        const after = `${((performance.now() - since) / 1_000).toFixed(1)} s`;
        print(`${fits() ? '' : 'NOT: '}${what}: /livez ${last.live}, /readyz ${last.ready}, ?require=kms ${last.withKeys} after ${after}: ${last.body}`);
    };
    try {
        await expect('all well', 200, 200, 200, /"status":"ready"/);
        await line.cut();
        await expect('server down', 200, 503, 503, /"status":"unavailable".*"server":"upstreamUnreachable"/);
        await line.mend();
        await expect('server back', 200, 200, 200, /"status":"ready"/);
        kms.schedule(() => ({ kind: 'drop' }));
        await expect('KMS down', 200, 200, 503, /"status":"degraded".*"key default":"keyServiceUnavailable"/);
        kms.clearFaults();
        await expect('KMS back', 200, 200, 200, /"status":"ready"/);
        kms.keys.enable(keyId, false);
        await expect('KMS key disabled', 200, 200, 503, /"status":"degraded".*"key default":"keyServiceRefused"/);
        kms.keys.enable(keyId, true);
        await expect('KMS key enabled', 200, 200, 200, /"status":"ready"/);
        await runAs(database.url, ['alter role health_control nologin']);
        await expect('control login revoked', 200, 503, 503, /"status":"unavailable".*"control":"controlUnavailable"/);
        await runAs(database.url, [
            'alter role health_control login nosuperuser',
            'revoke all on all tables in schema pgseal from health_control',
        ]);
        await expect('rights of the control login revoked', 200, 503, 503, /"control":"controlDenied"/);
        await runAs(database.url, ['alter role health_control superuser']);
        await expect('control login back', 200, 200, 200, /"status":"ready"/);
        process.kill(proxy.pid, 'SIGUSR2');
        await expect('parser broken', 503, 503, 503, /"status":"unavailable".*"parser":"broken"/);
        process.kill(proxy.pid, 'SIGUSR2');
        await expect('parser mended', 200, 200, 200, /"status":"ready"/);
        const { body } = await get('/metrics');
        const families = body.split('\n').filter((one) => one.startsWith('# TYPE')).length;
        print(`/metrics: ${families} metrics`);
        if (families < 15)
            holds = false;
        return holds && (await proxy.stop()).code === 0;
    }
    finally {
        await proxy.stop().catch(() => undefined);
        await line.close();
        await kms.close();
        await server.stop();
        map.remove();
    }
};
//# sourceMappingURL=ops-5.js.map