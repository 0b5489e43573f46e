import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { peopleRows } from './place.js';
import { median } from './rounds.js';
/** Reads all people, both columns sealed, and times the same cryptography by itself in between. */
export async function openingCost(place, options) {
    const client = new pg.Client({
        host: '127.0.0.1',
        user: 'postgres',
        port: place.mapped.port,
        database: place.sealed.name,
    });
    await client.connect();
    const query = { name: 'all', text: 'select email, name from people', rowMode: 'array' };
    const operations = fork(fileURLToPath(new URL('./crypto-operations.js', import.meta.url)), [String(peopleRows)]);
    const proxy = [];
    const crypto = [];
    // The first rounds warm both up.
    for (let round = -3; round < options.rounds; round++) {
        const before = await place.mapped.usage('cpu');
        const { rows } = await client.query(query);
        const after = await place.mapped.usage('cpu');
        if (rows.length !== peopleRows || rows[0]?.[1] === undefined)
            throw new Error('the rows are not those expected');
        operations.send('run');
        const [needed] = (await once(operations, 'message'));
        if (round < 0)
            continue;
        proxy.push((after.cpu - before.cpu) / 1000);
        crypto.push(needed / 1000);
    }
    operations.disconnect();
    await client.end();
    return { proxy: median(proxy), crypto: median(crypto) };
}
//# sourceMappingURL=opening.js.map