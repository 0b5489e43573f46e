import { PgsealError } from '../../errors.js';
import { withoutConstants } from '../../sql/without-constants.js';
/** Code that runs in the server, where no analysis sees it: what it reads or writes of sealed columns is held by their types alone. */
const unseen = new Set(['DoStmt', 'CallStmt']);
/** What would be done with each text; findings of one kind are counted together, in the order in which they were met. */
export function findingsOf(planning, texts) {
    const findings = new Map();
    const note = (finding, times) => {
        const name = JSON.stringify([finding.outcome, finding.statement, finding.sqlstate, finding.reason]);
        const known = findings.get(name);
        if (known === undefined)
            findings.set(name, { ...finding, times });
        else
            known.times += times;
    };
    for (const { text, place, times } of texts) {
        const bytes = Buffer.from(text);
        try {
            for (const statement of planning.parse(bytes)) {
                const plan = planning.plan(statement);
                note({ ...verdict(plan, statement.statement), place, example: shortened(statement.text) }, times);
            }
        }
        catch (error) {
            if (!(error instanceof PgsealError))
                throw error;
            const { sqlstate } = error;
            // The parser's own words quote the text.
            note({ outcome: 'unreadable', statement: '', sqlstate, reason: 'it does not parse', place, example: '' }, times);
        }
    }
    return [...findings.values()];
}
function verdict(plan, statement) {
    switch (plan.kind) {
        case 'passthrough': {
            if (unseen.has(statement)) {
                return { outcome: 'risky', statement, sqlstate: undefined, reason: 'the code that it runs is not seen' };
            }
            if (plan.describeFirst) {
                const reason = 'it calls a function that is not built in, or names a relation that is not known';
                return { outcome: 'risky', statement, sqlstate: undefined, reason };
            }
            return { outcome: 'passed', statement, sqlstate: undefined, reason: plan.reason };
        }
        case 'refused':
            return { outcome: 'refused', statement, sqlstate: plan.error.sqlstate, reason: plan.error.message };
        case 'sealed': {
            const does = [
                ...(plan.seals.length > 0 ? ['seals'] : []),
                ...(plan.searches.length > 0 ? ['searches'] : []),
                ...(plan.opens.length > 0 ? ['opens'] : []),
            ];
            return { outcome: 'sealed', statement, sqlstate: undefined, reason: does.join(', ') || 'touches sealed columns' };
        }
    }
}
const longestExample = 160;
function shortened(text) {
    const shown = withoutConstants(text);
    return shown.length <= longestExample ? shown : `${shown.slice(0, longestExample)} ...`;
}
//# sourceMappingURL=verdicts.js.map