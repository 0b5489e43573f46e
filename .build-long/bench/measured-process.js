import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
const probe = new URL('./probe.js', import.meta.url).href;
/** Starts `program` (a built file of this project) and waits until it prints `listening on HOST:PORT`. */
export async function startMeasured(program, args) {
    const file = fileURLToPath(new URL(program, import.meta.url));
    const child = spawn(process.execPath, ['--expose-gc', '--import', probe, file, ...args], {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const end = () => child.kill('SIGKILL');
    process.once('exit', end);
    const port = await listeningPort(child);
    return {
        port,
        pid: child.pid ?? 0,
        usage: async (question) => {
            child.send(question);
            const [usage] = (await once(child, 'message'));
            return usage;
        },
        stop: async () => {
            process.off('exit', end);
            if (child.exitCode !== null || child.signalCode !== null)
                return;
            const closed = once(child, 'close');
            child.kill('SIGKILL');
            await closed;
        },
    };
}
async function listeningPort(child) {
    const complaints = [];
    child.stderr.on('data', (chunk) => complaints.push(chunk));
    for await (const line of createInterface({ input: child.stdout })) {
        const port = /^listening on \S+:(\d+)$/.exec(line)?.[1];
        if (port === undefined)
            continue;
        child.stdout.resume();
        return Number(port);
    }
    throw new Error(`${child.spawnfile} ended before it listened:\n${Buffer.concat(complaints)}`);
}
//# sourceMappingURL=measured-process.js.map