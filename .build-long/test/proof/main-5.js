import { openingCost } from '../../bench/opening.js';
import { openPlace } from '../../bench/place.js';
import { sealedRates } from '../../bench/rates.js';
const leastShare = 0.7;
const mostCost = 2.5;
/** Sealed columns against an empty map, and the cost of opening against the bare cryptography. */
export const prove = async (print) => {
    const place = await openPlace();
    try {
        const rates = await sealedRates(place, { rounds: 9, seconds: 3 });
        const equality = rates.sealedEquality / rates.emptyEquality;
        const insert = rates.sealedInsert / rates.emptyInsert;
        print(`read by equality: ${Math.round(rates.sealedEquality)}/s, ${equality.toFixed(2)} of the empty map`);
        print(`insert: ${Math.round(rates.sealedInsert)}/s, ${insert.toFixed(2)} of the empty map`);
        const opening = await openingCost(place, { rounds: 15 });
        const cost = opening.proxy / opening.crypto;
        print(`10,000 rows of two sealed columns: ${opening.proxy.toFixed(0)} ms CPU, ${cost.toFixed(2)} of their node:crypto operations`);
        return equality >= leastShare && insert >= leastShare && cost <= mostCost;
    }
    finally {
        await place.close();
    }
};
//# sourceMappingURL=main-5.js.map