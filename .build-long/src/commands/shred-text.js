const actions = {
    null: 'become NULL',
    tombstone: 'are written over (NOT NULL): a read of one fails from then on',
    'lock out': 'stay, locked out',
};
/** What shred is about to do, before anybody is asked. */
export function shredPlanText(tenant, days, { keys, columns }) {
    const lines = [`Tenant ${JSON.stringify(tenant)}:`];
    for (const { label, values, action } of columns) {
        lines.push(`  ${label}: ${values} ${values === 1 ? 'value' : 'values'}; they ${actions[action]}`);
    }
    for (const { namedKey, owned, shared, rows } of keys) {
        lines.push(`  named key ${namedKey}: ${rows} ${rows === 1 ? 'key' : 'keys'} in pgseal.keys, retired`);
        for (const arn of owned ?? [])
            lines.push(`    KMS key ${arn}: out of use at once, deleted after ${days} days`);
        for (const arn of shared) {
            lines.push(`    KMS key ${arn}: others use it, so it stays. Whoever may decrypt under it and has copies of values that rested`, '    on it, in the write-ahead log or a backup, can still open those');
        }
        if (owned === undefined)
            lines.push(...lockOut(namedKey));
    }
    return `${lines.join('\n')}\n`;
}
function lockOut(namedKey) {
    return [
        `    The tenant has no KMS key of its own under ${namedKey}, so this only locks it out: pgseal seals and opens`,
        '    nothing for it any more. Its values stay, and whoever may decrypt under the shared KMS key and holds the rows',
        '    of pgseal.keys, now or from a backup, can still open them. Delete the rows to remove them from the tables.',
    ];
}
/** What was done, and what of the tenant is still somewhere. */
export function shredReportText({ deletions, columns, tables }) {
    const lines = [];
    for (const { label, written, left } of columns) {
        lines.push(`${label}: ${written} written over${left === 0 ? '' : `, ${left} left: run it again`}`);
    }
    for (const { arn, day } of deletions)
        lines.push(`KMS key ${arn}: deleted on ${day.toISOString().slice(0, 10)}`);
    lines.push('Instances of pgseal that run use what they hold for at most the maxAge of the cache: 5 minutes by default.');
    if (tables.length > 0) {
        lines.push('What remains, all of it ciphertext under keys that the KMS no longer serves, and deletes on the day above:', ...tables.map((table) => `  old row versions in the files of ${table}, until VACUUM`), '  write-ahead log, archived and on replicas; backups and dumps of the database', '  the plain columns of the rows, the tenant column among them', 'Until that day an administrator of the KMS can cancel the deletion. A copy of the KMS key elsewhere, such as', 'imported key material or a replica of a multi-Region key, is not deleted by this.');
    }
    return `${lines.join('\n')}\n`;
}
//# sourceMappingURL=shred-text.js.map