export function median(numbers) {
    const sorted = [...numbers].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
/**
 * Measures each name once a round, in turn, so that a slow minute of the machine hits all of them; gives medians. A first
 * round warms up and does not count.
 */
export async function medianOfRounds(rounds, measures) {
    const names = Object.keys(measures);
    const results = new Map(names.map((name) => [name, []]));
    for (let round = -1; round < rounds; round++) {
        for (const name of names) {
            const result = await measures[name]();
            if (round >= 0)
                results.get(name).push(result);
        }
    }
    return Object.fromEntries(names.map((name) => [name, median(results.get(name))]));
}
//# sourceMappingURL=rounds.js.map