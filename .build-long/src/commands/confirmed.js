import { createInterface } from 'node:readline/promises';
/** True when a question can be asked. */
export function canAsk() {
    return process.stdin.isTTY === true && process.stdout.isTTY === true;
}
/** Asks on the terminal whether to go on. */
export async function confirmed() {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    try {
        return /^y(es)?$/i.test((await terminal.question('\nDo this now? [y/N] ')).trim());
    }
    finally {
        terminal.close();
    }
}
//# sourceMappingURL=confirmed.js.map