// Twin cases through two proxies: statements go through one in mode encrypt-only, and what it refuses to read goes through
// one that may open. The answers of both together are to be those of the plain twin.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProxy } from '../support/pgseal.js';
import { freePort } from '../support/postgres.js';
import { WireClient } from '../support/wire-client.js';
import { answer, binaryPackets, compare, errorOf, mayWrite, normal, stepsOf } from './run-case.js';
/** A second proxy for the sealed twin, whose map differs in its mode alone. */
export async function startWriter(twins) {
    const { map, sealed } = twins;
    if (map === undefined)
        throw new Error('the twins have no map');
    const port = await freePort();
    const file = join(map.folder, 'encrypt-only.yaml');
    const text = readFileSync(map.file, 'utf8').replace(/^listen: .*$/m, `listen: 127.0.0.1:${port}`);
    writeFileSync(file, text.replace('mode: full', 'mode: encrypt-only'), { mode: 0o600 });
    return startProxy({ ...map, file, port }, sealed.database.url);
}
/** Cases in which both proxies can be asked: nothing that one of them would learn of the other only by a timer. */
export function fitsSplit(one) {
    const ties = /\b(create|alter|drop|temp|prepare|declare|listen|set_config|discard)\b/i;
    return one.expect === 'served' && !one.statements.some(({ sql }) => ties.test(sql));
}
export async function runSplit(twins, writer, cases) {
    const figures = { runs: 0, served: 0, read: 0, ended: 0, disagreements: [] };
    const major = Math.floor(twins.sealed.server.version / 10_000);
    for (const one of cases) {
        if (one.since > major)
            continue;
        for (const mode of ['simple', 'text', 'binary']) {
            if (!one.modes.includes(mode))
                continue;
            figures.runs += 1;
            await runOne(twins, writer, one, mode, figures);
        }
    }
    return figures;
}
async function runOne(twins, writer, one, mode, figures) {
    const [plain, sealed, reader] = await Promise.all([
        twins.plain.connect(one.user),
        WireClient.connectUrl(writer.url(one.user)),
        twins.sealed.connect(one.user),
    ]);
    let at = '';
    try {
        for (const step of stepsOf(one, mode)) {
            at = step.sql;
            const packets = mode === 'binary' ? await binaryPackets(plain, step) : step.packets(undefined);
            const left = await answer('plain', plain, packets);
            let right = await answer('writer', sealed, packets);
            if (/in encrypt-only mode$/.test(errorOf(right)?.M ?? '')) {
                if (!/^\s*\(*(select|with|table|values)\b/i.test(step.sql) || blockOf(left) !== 'I') {
                    figures.ended += 1;
                    return;
                }
                right = await answer('reader', reader, packets);
                figures.read += 1;
            }
            else {
                figures.served += 1;
                if (/^\s*(set|reset)\b/i.test(step.sql))
                    await answer('reader', reader, packets);
            }
            const ignoreRows = step.statements.some((statement) => statement.ignoreRows);
            const expected = await normal(twins.plain, left, one, ignoreRows);
            const got = await normal(twins.sealed, right, one, ignoreRows);
            const complaint = compare(step, expected, got, left, right, false);
            if (complaint !== undefined)
                figures.disagreements.push(`${one.name} [${mode}] ${step.sql}\n${complaint}`);
        }
    }
    catch (error) {
        figures.disagreements.push(`${one.name} [${mode}] ${at}\n  ${error.message}`);
    }
    finally {
        for (const client of [plain, sealed, reader])
            client.destroy();
        if (one.cleanup !== undefined)
            for (const twin of [twins.plain, twins.sealed])
                await twin.admin.rows(one.cleanup);
        if (mayWrite(one))
            await Promise.all([twins.plain.reset(), twins.sealed.reset()]);
    }
}
function blockOf(messages) {
    const ready = messages.findLast((message) => message.type === 'ReadyForQuery');
    return ready?.type === 'ReadyForQuery' ? ready.status : undefined;
}
//# sourceMappingURL=encrypt-only.js.map