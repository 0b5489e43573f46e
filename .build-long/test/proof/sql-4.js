// Server time of searches by term against the same on plain columns, with the same kind of index.
import { connect } from './sql-4-place.js';
const mostRatio = 1.3;
const mostRows = 20;
const rounds = 200;
/** PROOF_ROWS in the environment: how many rows, in place of 1,000,000. */
export const prove = async (print, options) => {
    const rows = options?.reduced === true ? 20_000 : Number(process.env.PROOF_ROWS ?? 1_000_000);
    const place = await connect(rows);
    try {
        let holds = true;
        for (const kind of ['equality', 'range']) {
            const times = { plain: [], sealed: [] };
            for (let round = 0; round < rounds; round += 1) {
                const from = (round * 7919) % rows;
                const condition = kind === 'equality' ? `= ${from}` : `between ${from} and ${from + mostRows - 1}`;
                for (const side of ['plain', 'sealed']) {
                    const { ms, index, found } = await place.explain(side, condition);
                    if (index !== `${side}_n` || found > mostRows) {
                        print(`${kind} on ${side}: ${found} rows by index ${index}`);
                        holds = false;
                    }
                    times[side].push(ms);
                }
            }
            const [plain, sealed] = [median(times.plain), median(times.sealed)];
            print(`${kind} of ${rows} rows: plain ${plain.toFixed(3)} ms, sealed ${sealed.toFixed(3)} ms, ${(sealed / plain).toFixed(2)}`);
            holds &&= sealed / plain <= mostRatio;
        }
        return holds;
    }
    finally {
        await place.close();
    }
};
function median(values) {
    return values.toSorted((a, b) => a - b)[values.length >> 1];
}
//# sourceMappingURL=sql-4.js.map