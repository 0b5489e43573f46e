// A proxy in this process before a database of its own, and beside it a twin: the same tables on plain columns, so that a
// driver's answers from the one can be held against those from the other.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProxy } from '../../src/commands/assemble.js';
import { loadConfig } from '../../src/config/load-config.js';
import { createLog } from '../../src/observe/log.js';
import { runAs } from '../support/owned-database.js';
import { mustPgseal } from '../support/pgseal.js';
export async function proxiedDatabase(server, { tables, map, environment = {} }) {
    const [behind, plain] = [await server.createDatabase('sealed'), await server.createDatabase('plain')];
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-proxied-'));
    const keyFile = join(folder, 'pgseal.key');
    const lines = [];
    const log = createLog('debug', { write: (line) => void lines.push(line) });
    const proxies = [];
    let maps = 0;
    const upstream = new URL(behind.url);
    upstream.username = '';
    const head = `listen: 127.0.0.1:0\nupstream: ${upstream.href}\ncontrol: ${behind.url}\n`;
    const write = (name, body) => {
        const file = join(folder, name);
        writeFileSync(file, head + body.replaceAll('{keyFile}', keyFile));
        return file;
    };
    const start = async (file) => {
        const proxy = await startProxy(await loadConfig(file, { allowInsecureTestKey: false }), log);
        proxies.push(proxy);
        const url = new URL(behind.url);
        url.port = String(proxy.port);
        return { proxy, url: url.href };
    };
    const config = write('pgseal.yaml', map);
    await Promise.all([behind.url, plain.url].map((url) => runAs(url, [tables])));
    if (map.includes('{keyFile}'))
        await mustPgseal(['keygen', keyFile]);
    await mustPgseal(['apply', '--yes', '--config', config, '--admin-url', behind.url], environment);
    const { proxy, url } = await start(config);
    return {
        proxy,
        url,
        directUrl: behind.url,
        plainUrl: plain.url,
        startProxy: (other) => start(write(`pgseal-${proxies.length}.yaml`, other)),
        writeMap: (other) => write(`pgseal-map-${++maps}.yaml`, other),
        log: () => lines.join(''),
        close: async () => {
            await Promise.all(proxies.map((one) => one.stop(0)));
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
//# sourceMappingURL=proxied-database.js.map