/** The candidate that a reader most likely meant by `name`; undefined when none is close. */
export function nearestName(name, candidates) {
    let nearest;
    // Two edits for short words, a third of the letters for long ones: further away is another word.
    let best = Math.max(2, Math.floor(name.length / 3)) + 1;
    for (const candidate of candidates) {
        if (candidate === name)
            continue;
        const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
        if (distance < best && distance < Math.max(name.length, candidate.length) - 1) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest;
}
/** `; did you mean "x"` or nothing. */
export function didYouMean(name, candidates) {
    const nearest = nearestName(name, candidates);
    return nearest === undefined ? '' : `; did you mean "${nearest}"?`;
}
// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
function editDistance(a, b) {
    let beforePrevious = [];
    let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1];
            let cost = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (same ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                cost = Math.min(cost, beforePrevious[j - 2] + 1);
            row.push(cost);
        }
        beforePrevious = previous;
        previous = row;
    }
    return previous[b.length];
}
//# sourceMappingURL=nearest-name.js.map