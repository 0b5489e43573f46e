// Statements that real libraries sent, on sealed tables: served as on plain ones, each of them.
import { markSince, searchServer, talkative } from '../canary/search.js';
import { readRecordings, recordedFolder } from '../twin/recorded/recording.js';
import { replay } from '../twin/recorded/replay.js';
import { startTwins } from '../twin/twins.js';
const leastStatements = 40;
const leastLibraries = 10;
export const prove = async (print) => {
    const recordings = readRecordings();
    const libraries = [...new Set(recordings.map(({ library }) => library))];
    let since;
    const twins = await startTwins({
        fixture: recordedFolder,
        settings: talkative,
        afterApply: async (server, database) => {
            since = await markSince(server, database);
        },
    });
    const refused = [];
    const disagreements = [];
    const found = [];
    let short = 0;
    try {
        for (const library of libraries) {
            const own = recordings.filter((recording) => recording.library === library);
            let statements = 0;
            let served = 0;
            const refusedBefore = refused.length;
            const differedBefore = disagreements.length;
            for (const recording of own) {
                const result = await replay(twins, recording);
                statements += result.statements;
                served += result.served;
                refused.push(...result.refused);
                disagreements.push(...result.disagreements);
            }
            if (statements < leastStatements)
                short += 1;
            print(`${library} (${own[0].by}): ${statements} statements, ${served} served, ` +
                `${refused.length - refusedBefore} refused by name, ${disagreements.length - differedBefore} disagreements`);
        }
        const { server, database } = twins.sealed;
        const result = await searchServer(server, database, since, twins.proxy.output());
        print(`${result.hits.length} plaintexts found in ${(result.bytes / 1e6).toFixed(0)} MB of files, log and catalog`);
        found.push(...result.hits);
    }
    finally {
        await twins.stop();
    }
    for (const [reason, all] of byCount(refused)) {
        print(`${all.length} x ${reason} (${[...new Set(all.map(({ recording }) => recording))].join(', ')})`);
        if (process.env.PGSEAL_PROOF_STATEMENTS !== undefined)
            for (const { sql } of all)
                print(`    ${sql}`);
    }
    for (const text of [...disagreements, ...found])
        print(text);
    return libraries.length >= leastLibraries && short === 0 && refused.length + disagreements.length + found.length === 0;
};
function byCount(refused) {
    const reasons = new Map();
    for (const one of refused)
        reasons.set(one.reason, [...(reasons.get(one.reason) ?? []), one]);
    return [...reasons].sort(([, one], [, other]) => other.length - one.length);
}
//# sourceMappingURL=sql-2.js.map