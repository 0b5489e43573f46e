import { markSince, searchServer, talkative } from '../canary/search.js';
import { WireClient } from '../support/wire-client.js';
import { readCases } from '../twin/case-file.js';
import { figuresText, runAll } from '../twin/run-all.js';
import { startTwins } from '../twin/twins.js';
const leastCases = 200;
const leastServed = 170;
/** Every twin case in every mode, then a search for plaintext in all that the server and the proxy keep. */
export const prove = async (print) => {
    let since;
    const twins = await startTwins({
        settings: talkative,
        afterApply: async (server, database) => {
            since = await markSince(server, database);
        },
    });
    try {
        const figures = await runAll(twins, readCases());
        print(figuresText(figures));
        for (const text of figures.disagreements.slice(0, 5))
            print(text);
        const { server, database } = twins.sealed;
        const search = () => searchServer(server, database, since, twins.proxy.output());
        const found = await search();
        print(`canaries: ${found.hits.length} hits in ${(found.bytes / 1e6).toFixed(0)} MB (${found.searched.join(', ')})`);
        for (const hit of found.hits.slice(0, 5))
            print(hit);
        const client = await WireClient.connectUrl(database.url);
        await client.rows("create table planted (note text); insert into planted values ('canary planted')");
        await client.close();
        const planted = await search();
        print(`a planted one: ${planted.hits.length} hits`);
        return (figures.cases >= leastCases &&
            figures.casesServed >= leastServed &&
            figures.disagreements.length === 0 &&
            found.hits.length === 0 &&
            planted.hits.length > 0);
    }
    finally {
        await twins.stop();
    }
};
//# sourceMappingURL=main-2.js.map