/** The figures of a run, a line each; with `each` those of every line of the page too. */
export function figureLines(figures, each = false) {
    const lines = [...figures.lines];
    const total = (of) => lines.reduce((sum, [, line]) => sum + of(line), 0);
    const refused = [...figures.refused.values()].reduce((sum, count) => sum + count, 0);
    const least = Math.min(...lines.map(([, { runs }]) => runs));
    const crashes = figures.found.filter(({ outcome }) => outcome.kind === 'crashed').length;
    return [
        `${figures.statements} statements of ${lines.length} lines, each at least ${least} times; ${refused} refused by name, ` +
            `${figures.found.length - crashes} disagreements, ${crashes} crashes (${figures.again} times more)`,
        `${total(({ failed }) => failed)} times both sides gave the same error`,
        ...[...figures.refused].sort(([, a], [, b]) => b - a).map(([name, count]) => `${count} x ${name}`),
        ...(each
            ? lines.map(([id, line]) => `${id}: ${line.runs} runs, ${line.served} served, ${line.failed} failed, ${[...line.refused].map(([name, count]) => `${count} ${name}`).join(', ')}`)
            : []),
    ];
}
//# sourceMappingURL=figures.js.map