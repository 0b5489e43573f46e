/** What is about to be done with a table. */
export function beginText({ table, labels, firing, skipped }) {
    const lines = [`table ${table}: ${labels.join(', ')}`];
    if (firing.length > 0)
        lines.push(`  triggers that run for each row: ${firing.join(', ')}`);
    if (skipped.length > 0)
        lines.push(`  triggers that do not run: ${skipped.join(', ')}`);
    if (firing.length === 0 && skipped.length === 0)
        lines.push('  no trigger runs for an UPDATE of these columns');
    return `${lines.join('\n')}\n`;
}
/** What `rewrap` or `rotate` did. */
export function rotationText(kind, report) {
    const lines = [];
    for (const table of report.tables)
        lines.push(...tableLines(kind, table));
    const { keyRows } = report;
    if (kind === 'rewrap' || keyRows.moved > 0) {
        lines.push(`${kind === 'rewrap' ? 'branch and index keys' : 'index keys'} wrapped anew: ${keyRows.moved}`);
    }
    for (const { label, place, reason } of keyRows.failures)
        lines.push(`  ${label}, id ${place}: ${reason}`);
    for (const { namedKey, group, arn } of keyRows.bound) {
        lines.push(`  the index key of group "${group}" comes from ${arn} of key ${namedKey} itself, and stays with it`);
    }
    for (const { namedKey, kind: what, arn } of report.unused) {
        lines.push(`key ${namedKey}: nothing rests on the ${words[what]} ${arn} any more`);
    }
    for (const { row, values } of report.used) {
        lines.push(`key ${row.namedKey}: ${values} values rest on the ${words[row.kind]} ${row.arn} still`);
    }
    for (const label of report.notCounted)
        lines.push(`${label}: this login may not count its values`);
    lines.push(ending(report));
    return `${lines.join('\n')}\n`;
}
const words = { kms: 'KMS key', branch: 'branch key under', index: 'index key under' };
function tableLines(kind, table) {
    const done = kind === 'rotate' ? 'sealed anew' : 'wrapped anew';
    const rate = table.movingSeconds > 0 ? Math.round(table.movedRows / table.movingSeconds) : 0;
    const lines = [
        `table ${table.table}: ${table.valuesMoved} values ${done}${table.resumed ? ', with those of an earlier run' : ''}` +
            ` (${rate} rows a second)`,
    ];
    if (table.verifiedRows !== undefined) {
        lines.push(`  verified: ${table.verifiedRows} rows, ${table.valuesFailed} values that do not open`);
    }
    else if (table.valuesFailed > 0)
        lines.push(`  ${table.valuesFailed} values that do not open`);
    for (const { label, place, reason } of table.failures)
        lines.push(`  ${label} at ctid ${place}: ${reason}`);
    if (table.resting !== undefined)
        lines.push(`  values on old keys: ${table.resting}`);
    if (table.outcome === 'stopped')
        lines.push('  stopped');
    return lines;
}
function ending({ complete, tables }) {
    if (complete)
        return 'Done.';
    if (tables.some(({ outcome }) => outcome === 'stopped'))
        return 'Stopped. The same command goes on where it ended.';
    return 'Not everything could be moved. What a proxy wrote meanwhile under an old key is moved by another run.';
}
//# sourceMappingURL=rotation-text.js.map