// node dist/test/twin/recorded/record.js FOLDER SCRIPT: runs scripts/SCRIPT.* where FOLDER holds the libraries, and writes what
// it sent to LIBRARY/*.sql. See README.md beside this file.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { startTwins } from '../twins.js';
import { recordedFolder, writeRecording } from './recording.js';
import { startRelay } from './relay.js';
const [folder, script] = process.argv.slice(2);
if (folder === undefined || script === undefined)
    throw new Error('usage: record.js FOLDER SCRIPT');
// A script of a library's own name would hide the library in Python.
const library = script.replace(/_orm$/, '');
const scripts = join(recordedFolder, 'scripts');
for (const file of readdirSync(scripts))
    copyFileSync(join(scripts, file), join(folder, file));
const [command, ...args] = commandOf();
const twins = await startTwins({ sealed: false, fixture: recordedFolder });
const relay = await startRelay(twins.plain.server.port);
const url = `postgres://app@127.0.0.1:${relay.port}/${twins.plain.database.name}`;
const target = join(recordedFolder, library);
rmSync(target, { recursive: true, force: true });
mkdirSync(target);
const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: url, PGSSLMODE: 'disable', TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'inherit'],
});
const closed = once(child, 'close');
let by = library;
let current = 'connect';
let number = 0;
// The script says `@by WORDS`, `@case NAME` before a task and `@end` after the last one, and waits for a line in answer.
for await (const line of createInterface({ input: child.stdout })) {
    const said = /^@(by|case|end)(?: (.*))?$/.exec(line);
    if (said === null) {
        process.stderr.write(`${line}\n`);
        continue;
    }
    const [, what, words = ''] = said;
    if (what === 'by')
        by = words;
    else {
        const statements = relay.take();
        if (current !== undefined && statements.length > 0) {
            const file = `${String(number).padStart(3, '0')}_${current}.sql`;
            writeFileSync(join(target, file), writeRecording(by, statements));
            process.stdout.write(`${library}/${file}: ${statements.length} statements\n`);
        }
        number += 1;
        current = what === 'case' ? words : undefined;
        await twins.plain.reset();
    }
    child.stdin.write('go\n');
}
const [code] = (await closed);
relay.stop();
await twins.stop();
process.exitCode = code ?? 1;
function commandOf() {
    const has = (extension) => existsSync(join(scripts, `${script}.${extension}`));
    if (has('mjs'))
        return [process.execPath, `${script}.mjs`];
    if (has('go'))
        return ['go', 'run', `${script}.go`];
    return [resolve(folder, 'py/bin/python'), `${script}.py`];
}
//# sourceMappingURL=record.js.map