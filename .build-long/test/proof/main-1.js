import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { repoRoot } from '../support/root.js';
const limitSeconds = 30;
/** Both README commands in a fresh clone: `npm install && npm start` answers a client in time, `npm install && npm test` passes. */
export const prove = async (print) => {
    const folder = mkdtempSync(join(tmpdir(), 'pgseal-clone-'));
    const clone = join(folder, 'pgseal');
    try {
        run('git', ['clone', '--quiet', repoRoot, clone], folder);
        run('npm', ['install', '--no-audit', '--no-fund'], clone);
        const installed = performance.now();
        const start = spawn('npm', ['start'], { cwd: clone, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
        let answered;
        let rows;
        try {
            const url = await firstUrl(start.stdout);
            const client = new pg.Client({ connectionString: url });
            await client.connect();
            rows = (await client.query("select name from users where email = 'ada@example.com'")).rows;
            answered = (performance.now() - installed) / 1000;
            await client.end();
        }
        finally {
            process.kill(-start.pid, 'SIGINT');
            await new Promise((resolve) => start.once('exit', resolve));
        }
        print(`npm start answered a search on a sealed column ${answered.toFixed(1)} s after the install, ${rows.length} row`);
        const tested = performance.now();
        const tests = spawnSync('npm', ['test'], { cwd: clone, encoding: 'utf8', maxBuffer: 1 << 28 });
        const counts = /tests (\d+)[\s\S]*?pass (\d+)[\s\S]*?fail (\d+)/.exec(tests.stdout);
        const minutes = ((performance.now() - tested) / 60_000).toFixed(1);
        print(`npm test: ${counts?.[1]} tests, ${counts?.[2]} passed, ${counts?.[3]} failed, ${minutes} minutes`);
        return answered <= limitSeconds && rows.length === 1 && tests.status === 0;
    }
    finally {
        rmSync(folder, { recursive: true, force: true });
    }
};
function run(command, words, cwd) {
    const { status, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8' });
    if (status !== 0)
        throw new Error(`${command} ${words[0]} failed: ${stderr}`);
}
async function firstUrl(output) {
    let text = '';
    for await (const chunk of output) {
        text += String(chunk);
        const url = /through pgseal\s+(postgres:\S+)/.exec(text);
        if (url !== null) {
            output.resume();
            return url[1];
        }
    }
    throw new Error('npm start ended without naming its URL');
}
//# sourceMappingURL=main-1.js.map