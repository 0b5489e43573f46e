import { hasPgbench } from '../../bench/load.js';
import { memoryGrowth } from '../../bench/memory.js';
import { openPlace } from '../../bench/place.js';
import { passthroughRates } from '../../bench/rates.js';
const leastShare = 0.9;
const mostGrowth = 1.1;
/** An empty map against the bare relay, and memory over a million statements. */
export const prove = async (print) => {
    const place = await openPlace();
    try {
        const rates = await passthroughRates(place, { rounds: 9, seconds: 3 });
        const share = rates.empty / rates.relay;
        const load = hasPgbench ? 'pgbench -M prepared' : 'own load';
        print(`${load}, 8 clients: empty map ${Math.round(rates.empty)}/s, bare relay ${Math.round(rates.relay)}/s: ${share.toFixed(2)}`);
        let flat = true;
        const counts = { early: 100_000, late: 1_000_000 };
        const texts = [
            ['one text', () => 'select 1'],
            ['every text different', (n) => `select ${n} as n`],
        ];
        for (const [name, text] of texts) {
            for (const [kind, proxy, database] of [
                ['empty map', place.empty, place.plain.name],
                ['mapped', place.mapped, place.sealed.name],
            ]) {
                const { early, late } = await memoryGrowth(proxy, database, text, counts);
                print(`memory, ${kind}, ${name}: ${(late / early).toFixed(2)} of that at 100,000 statements`);
                if (late / early > mostGrowth)
                    flat = false;
            }
        }
        return share >= leastShare && flat;
    }
    finally {
        await place.close();
    }
};
//# sourceMappingURL=main-4.js.map