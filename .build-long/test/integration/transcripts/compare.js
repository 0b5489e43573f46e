import assert from 'node:assert/strict';
import { parseCase } from '../../twin/case-file.js';
import { normal } from '../../twin/run-case.js';
const list = parseCase('transcript', '-- description: x\n-- expect: served\n\nselect 1;\n');
const silence = 15_000;
/** Says the same to both twins, step by step, and holds every answer of the proxy against PostgreSQL's. */
export async function sameTranscript(twins, steps, user = 'app') {
    const [plain, sealed] = await Promise.all([twins.plain.connect(user), twins.sealed.connect(user)]);
    try {
        for (const [index, step] of steps.entries()) {
            const [left, right] = await Promise.all([
                say(plain, { ...step, send: step.plain ?? step.send, bytewise: false }),
                say(sealed, step),
            ]);
            const expected = await normal(twins.plain, left, list, false);
            const wanted = expected.map((line) => step.refused === undefined ? line : line.replace('ERROR 42883', `ERROR ${step.refused}`));
            assert.deepEqual(await normal(twins.sealed, right, list, false), wanted, `step ${index + 1}`);
        }
    }
    finally {
        plain.destroy();
        sealed.destroy();
        await Promise.all([twins.plain.reset(), twins.sealed.reset()]);
    }
}
async function say(client, step) {
    const timer = setTimeout(() => client.destroy(), silence);
    try {
        if (step.bytewise === true) {
            const bytes = Buffer.concat(step.send);
            for (let at = 0; at < bytes.length; at += 1) {
                client.socket.write(bytes.subarray(at, at + 1));
                await new Promise(setImmediate);
            }
        }
        else
            client.send(...step.send);
        let left = step.readies ?? 1;
        const last = step.until ?? ((message) => message.type === 'ReadyForQuery' && (left -= 1) === 0);
        return await client.receiveUntil(last);
    }
    finally {
        clearTimeout(timer);
    }
}
//# sourceMappingURL=compare.js.map