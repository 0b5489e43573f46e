// Statements of every line of docs/sql.md, made at random, on sealed and plain tables: never another answer, no plaintext on
// the server, and what the page calls served is.
import { markSince, searchServer, talkative } from '../canary/search.js';
import { allLines, madeLines } from '../reach/all-lines.js';
import { Arena } from '../reach/arena.js';
import { runCampaign } from '../reach/campaign.js';
import { runExamples } from '../reach/examples.js';
import { figureLines } from '../reach/figures.js';
import { shareServed } from '../reach/page.js';
import { everyRecord, startTwins } from '../twin/twins.js';
const statements = 200_000;
const timesEach = 200;
const leastLines = 300;
const leastShare = 0.9;
/** So many statements leave no more log than can be searched at once, and no write-ahead log that is gone. */
const betweenSearches = 20_000;
export const prove = async (print, options) => {
    const amount = options?.amount ?? statements;
    const each = Math.ceil((timesEach * amount) / statements);
    const seed = Number(process.env.PGSEAL_SEED ?? Math.floor(Math.random() * 2 ** 31));
    print(`seed ${seed}`);
    const sealed = await withoutRecord(print, seed, amount, each);
    let agreed = sealed;
    for (const verify of ['always', 'when-known']) {
        agreed = (await withRecord(print, seed, Math.ceil(amount / 20), verify)) && agreed;
    }
    for (const records of ['none', 'always', 'when-known']) {
        const { served, lines } = shareServed(records);
        const share = served / lines;
        const tables = records === 'none' ? 'without a record' : `with a record, verify: ${records}`;
        print(`${served} of ${lines} lines served ${tables}: ${(100 * share).toFixed(1)} %`);
        if (records === 'none' && (lines < leastLines || share < leastShare))
            agreed = false;
    }
    print(`${allLines.length - madeLines.length} further lines are tested by cases of the twins or by the map's own tests`);
    return agreed;
};
async function withoutRecord(print, seed, amount, each) {
    let since;
    const twins = await startTwins({
        settings: talkative,
        afterApply: async (server, database) => {
            since = await markSince(server, database);
        },
    });
    const arena = new Arena(twins);
    const hits = [];
    let bytes = 0;
    let searchedAt = 0;
    const search = async () => {
        const { server, database } = twins.sealed;
        const result = await searchServer(server, database, since, twins.proxy.output());
        since = await markSince(server, database);
        hits.push(...result.hits);
        bytes += result.bytes;
    };
    try {
        const wrong = await runExamples(arena);
        for (const text of wrong)
            print(`example: ${text}`);
        const figures = await runCampaign(arena, {
            seed,
            statements: amount,
            each,
            progress: async (done) => {
                if (done - searchedAt < betweenSearches)
                    return;
                searchedAt = done;
                await search();
                print(`... ${done} statements`);
            },
        });
        await search();
        told(print, figures);
        const short = [...figures.lines].filter(([, { runs }]) => runs < each);
        for (const [id, { runs }] of short)
            print(`${id} was run ${runs} times`);
        print(`${hits.length} plaintexts found in ${(bytes / 1e6).toFixed(0)} MB of files, log and catalog`);
        for (const hit of hits)
            print(hit);
        return wrong.length + figures.found.length + hits.length + short.length === 0;
    }
    finally {
        arena.disconnect();
        await twins.stop();
    }
}
async function withRecord(print, seed, amount, verify) {
    const twins = await startTwins({ records: everyRecord, verify });
    const arena = new Arena(twins);
    try {
        print(`with a record, verify: ${verify}`);
        const figures = await runCampaign(arena, { seed, statements: amount });
        told(print, figures);
        return figures.found.length === 0;
    }
    finally {
        arena.disconnect();
        await twins.stop();
    }
}
function told(print, figures) {
    for (const line of figureLines(figures))
        print(line);
    for (const { attempt, outcome, seed } of figures.found) {
        print(`${outcome.kind}: ${attempt.line.id} [${attempt.mode}], rows of seed ${seed}\n${outcome.text}`);
    }
}
//# sourceMappingURL=sql-1.js.map