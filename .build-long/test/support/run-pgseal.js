import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
/** The built command line program beside these tests. */
export const pgsealProgram = fileURLToPath(new URL('../../src/main.js', import.meta.url));
/** Runs one command to its end, without a terminal. */
export async function runPgseal(commandLine, options = {}) {
    const child = startPgseal(commandLine, options);
    const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
    const [code] = (await once(child, 'close'));
    return { code, stdout: stdout(), stderr: stderr() };
}
/** Starts a command that stays; the caller ends it. */
export function startPgseal(commandLine, options = {}) {
    return spawn(process.execPath, [pgsealProgram, ...commandLine], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...options.env },
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
}
/** One match for each pattern, in order, each on a line that the process prints; rejects with what it said on stderr when it ends before. */
export async function printed(child, ...patterns) {
    const stderr = collect(child.stderr);
    const found = [];
    for await (const line of createInterface({ input: child.stdout })) {
        const match = patterns[found.length].exec(line);
        if (match !== null)
            found.push(match);
        if (found.length < patterns.length)
            continue;
        // What comes later must not fill the pipe.
        child.stdout.resume();
        return found;
    }
    throw new Error(`ended before it printed ${patterns[found.length]}: ${stderr()}`);
}
function collect(stream) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString();
}
//# sourceMappingURL=run-pgseal.js.map