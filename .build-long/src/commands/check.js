import { readFileSync } from 'node:fs';
import { PgsealError } from '../errors.js';
import { readCsvLog, readJsonLog } from './check/server-log.js';
import { splitStatements } from './check/split-statements.js';
import { readStatementStatistics } from './check/statement-statistics.js';
import { findingsOf } from './check/verdicts.js';
import { loadMap } from './load-map.js';
import { startPlanning } from './planning.js';
import { UsageError } from './usage-error.js';
const readers = { sql: splitStatements, csvlog: readCsvLog, jsonlog: readJsonLog };
/**
 * Prints what would be done with each statement of a file, counted by kind. Exit code 1 when one would be refused or does
 * not parse. Texts are shown without their constants.
 */
export async function check(file, options) {
    if ((file === undefined) !== options.fromStatements)
        throw new UsageError('name one file, or --from-statements');
    const config = await loadMap(options.config, options);
    if (config.tables.length === 0)
        throw new UsageError('the map names no table: every statement is passed on');
    const read = file === undefined ? undefined : readTexts(file, options.format);
    const planning = await startPlanning(config, options.user);
    try {
        const texts = read ?? (await readStatementStatistics(planning.sealing.database));
        const findings = findingsOf(planning, texts);
        process.stdout.write(options.json ? `${JSON.stringify({ counts: counts(findings), findings }, null, 2)}\n` : report(findings));
        if (findings.some(({ outcome }) => outcome === 'refused' || outcome === 'unreadable'))
            process.exitCode = 1;
    }
    finally {
        await planning.close();
    }
}
function readTexts(file, format) {
    let content;
    try {
        content = readFileSync(file === '-' ? 0 : file, 'utf8');
    }
    catch (error) {
        throw new PgsealError('fileUnreadable', { file, reason: error.code ?? 'unreadable' });
    }
    const named = format ?? guess(file, content);
    if (!Object.hasOwn(readers, named))
        throw new UsageError(`--format ${named}: expected sql, csvlog or jsonlog`);
    const found = readers[named](content);
    return found.map(({ text, line }) => ({ text, place: `line ${line}`, times: 1 }));
}
function guess(file, content) {
    if (file.endsWith('.csv'))
        return 'csvlog';
    return file.endsWith('.json') || content.startsWith('{') ? 'jsonlog' : 'sql';
}
const outcomes = [
    ['passed', 'passed on as they are'],
    ['sealed', 'carried out on sealed columns'],
    ['risky', 'passed on, but what they do is not seen'],
    ['refused', 'refused'],
    ['unreadable', 'not understood'],
];
function counts(findings) {
    const sum = (outcome) => findings.reduce((total, finding) => total + (finding.outcome === outcome ? finding.times : 0), 0);
    return Object.fromEntries(outcomes.map(([outcome]) => [outcome, sum(outcome)]));
}
function report(findings) {
    const counted = counts(findings);
    const lines = outcomes.map(([outcome, words]) => `${String(counted[outcome]).padStart(8)}  ${words}`);
    for (const shown of ['refused', 'unreadable', 'risky']) {
        const some = findings.filter(({ outcome }) => outcome === shown).sort((a, b) => b.times - a.times);
        if (some.length > 0)
            lines.push('', `${outcomes.find(([outcome]) => outcome === shown)[1]}:`);
        for (const { times, sqlstate, reason, place, example } of some) {
            lines.push(`${String(times).padStart(8)}  ${sqlstate === undefined ? '' : `${sqlstate} `}${reason}`);
            lines.push(`          ${place}${example === '' ? '' : `: ${example}`}`);
        }
    }
    return `${lines.join('\n')}\n`;
}
//# sourceMappingURL=check.js.map