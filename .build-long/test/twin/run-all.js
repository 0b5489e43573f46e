import { recordFiguresText } from './record-judge.js';
import { runCase } from './run-case.js';
/** Runs cases in all their modes, one after the other. `records`: statements may be refused for the record of a table. */
export async function runAll(twins, cases, { records: hasRecords = false } = {}) {
    const records = hasRecords ? { refused: new Map(), early: 0 } : undefined;
    const started = performance.now();
    const disagreements = [];
    let runs = 0;
    let statements = 0;
    let served = 0;
    let refused = 0;
    const major = Math.floor(twins.sealed.server.version / 10_000);
    for (const one of cases) {
        if (one.since > major)
            continue;
        for (const mode of one.modes) {
            const result = await runCase(twins, one, mode, records);
            runs += 1;
            statements += result.statements;
            served += result.served;
            refused += result.refused;
            disagreements.push(...result.disagreements);
        }
    }
    return {
        cases: cases.length,
        casesServed: cases.filter((one) => one.expect === 'served').length,
        runs,
        statements,
        served,
        refused,
        disagreements,
        seconds: (performance.now() - started) / 1000,
        records,
    };
}
export function figuresText(figures) {
    const records = figures.records === undefined ? '' : `${recordFiguresText(figures.records)}; `;
    return (`${figures.cases} cases (${figures.casesServed} served) in ${figures.runs} runs: ${figures.statements} statements, ` +
        `${figures.served} served, ${figures.refused} refused by name, ${records}${figures.disagreements.length} disagreements, ` +
        `${figures.seconds.toFixed(1)} s`);
}
//# sourceMappingURL=run-all.js.map