import { startTwins } from '../twin/twins.js';
import { readCells, writeCell } from './sealed-cells.js';
const uniqueTermIndexes = "select indexrelid::regclass::text from pg_index where indisunique and indexprs is not null and indrelid::regclass::text not like 'pg_%'";
export const prove = async (print, options) => {
    const reduced = options?.reduced === true;
    const twins = await startTwins();
    try {
        const { admin } = twins.sealed;
        const client = await twins.sealed.connect('app');
        const cells = await readCells(admin);
        // A unique index would refuse some terms before the value is ever opened.
        for (const [index] of await admin.rows(uniqueTermIndexes))
            await admin.rows(`drop index ${index}`);
        const attack = async (counts, cell, value, name) => {
            const written = await admin.query(writeCell(cell, value));
            const code = written.error?.C;
            if (code === '23514')
                counts.domain += 1;
            // The version is of type json: most bytes make it no json at all.
            else if (code === '22P02' && value.v !== cell.stored.v)
                counts.json += 1;
            else if (code !== undefined)
                counts.wrong.push(`${name}: the database said ${code}`);
            else {
                const problem = await readsAsBroken(client, cell);
                if (problem === undefined)
                    counts.opening += 1;
                else
                    counts.wrong.push(`${name}: ${problem}`);
                await admin.rows(writeCell(cell, cell.stored));
            }
        };
        const flips = empty();
        for (const cell of cells) {
            for (const { value, name } of flipped(cell, reduced))
                await attack(flips, cell, value, `${cell.label} ${name}`);
        }
        const swaps = empty();
        const sources = reduced ? cells.filter((_, index) => index % 6 === 0) : cells;
        for (const cell of cells) {
            for (const source of sources) {
                if (source.label === cell.label)
                    continue;
                await attack(swaps, cell, source.stored, `${source.label} in ${cell.label}`);
            }
        }
        const terms = empty();
        for (const cell of cells) {
            if (cell.stored.eq === undefined || cell.other.eq === undefined || cell.where === cell.otherWhere)
                continue;
            await attack(terms, cell, { ...cell.stored, eq: cell.other.eq }, `${cell.label} with another row's term`);
        }
        // What was put back opens again: it is the change that was refused.
        const intact = await allOpen(client, cells);
        await client.close();
        const wrong = [...flips.wrong, ...swaps.wrong, ...terms.wrong, ...intact];
        print(`${cells.length} cells of ${new Set(cells.map((cell) => cell.type)).size} physical types`);
        print(`bytes flipped: ${shown(flips)}`);
        print(`cells of different labels, tables and keys swapped: ${shown(swaps)}`);
        print(`terms swapped alone: ${shown(terms)}`);
        for (const line of wrong.slice(0, 20))
            print(line);
        return wrong.length === 0 && flips.opening > 0 && swaps.opening > 0 && terms.opening > 0;
    }
    finally {
        await twins.stop();
    }
};
const empty = () => ({ domain: 0, opening: 0, json: 0, wrong: [] });
function shown({ domain, opening, json, wrong }) {
    const noJson = json === 0 ? '' : `, ${json} no json (22P02)`;
    return `${domain} refused by the domain (23514)${noJson}, ${opening} XX001 on opening, ${wrong.length} neither`;
}
/** Each byte of each attribute, changed in its lowest bit and in all bits. */
function* flipped(cell, reduced) {
    const { stored } = cell;
    const masks = reduced ? [0x01] : [0x01, 0x80, 0xff];
    const step = reduced ? 9 : 1;
    for (const mask of masks) {
        const version = flip(Buffer.from(stored.v), 0, mask);
        // What is not UTF-8 cannot be said in a statement.
        if (version[0] < 0x80 && version[0] !== 0)
            yield { value: { ...stored, v: version.toString() }, name: `v ^ ${mask}` };
        for (let at = 0; at < stored.c.length; at += step) {
            yield { value: { ...stored, c: flip(stored.c, at, mask) }, name: `c[${at}] ^ ${mask}` };
        }
        for (let at = 0; at < (stored.eq?.length ?? 0); at += 1) {
            yield { value: { ...stored, eq: flip(stored.eq, at, mask) }, name: `eq[${at}] ^ ${mask}` };
        }
    }
}
function flip(bytes, at, mask) {
    const changed = Buffer.from(bytes);
    changed[at] = changed[at] ^ mask;
    return changed;
}
/** What is wrong with how the cell reads through the proxy; undefined when it is XX001 and the connection lives. */
async function readsAsBroken(client, cell) {
    const outcome = await client.extended(`select ${cell.column} from ${cell.table} where ${cell.where}`);
    if (outcome.error === undefined)
        return `it opened, ${outcome.rows.length} rows`;
    if (outcome.error.C !== 'XX001')
        return `${outcome.error.C} ${outcome.error.M}`;
    if (outcome.rows.length > 0)
        return 'a row came with the error';
    const after = await client.query('select 1');
    return after.rows.length === 1 && outcome.status === 'I' ? undefined : 'the connection does not go on';
}
async function allOpen(client, cells) {
    const wrong = [];
    for (const cell of cells) {
        const { error, rows } = await client.query(`select ${cell.column} from ${cell.table} where ${cell.where}`);
        if (error !== undefined || rows.length !== 1)
            wrong.push(`${cell.label} does not open untouched`);
    }
    return wrong;
}
//# sourceMappingURL=main-3.js.map