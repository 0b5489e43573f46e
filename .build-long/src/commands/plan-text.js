/** What `apply` would do, in lines for the operator. */
export function planText(plan, online = false) {
    const lines = [];
    if (plan.schema.length > 0)
        lines.push(`schema pgseal: ${plan.schema.length} statements to make or complete it`);
    for (const { table, columns, carried } of plan.tables) {
        lines.push(`table ${table.mapName}`);
        for (const column of columns)
            lines.push(...columnLines(column, online));
        for (const index of carried)
            lines.push(`  index ${index}: is made anew on the equality term`);
    }
    for (const label of plan.forgotten)
        lines.push(`${label}: is no longer mapped, and forgotten`);
    for (const { label, obstacle } of plan.orphans) {
        lines.push(`${label}: is no longer mapped, but sealed: ${obstacle.what}`, `    ${obstacle.hint}`);
    }
    if (!plan.workLeft)
        lines.push('Nothing is left to do.');
    return `${lines.join('\n')}\n`;
}
function columnLines({ column, action, obstacles, notes, addCheck }, online) {
    const word = online && action === 'seal' ? onlineWord : words[action];
    const lines = [`  ${column.name}: ${word}${addCheck && action === 'none' ? '; its check is added' : ''}`];
    for (const { what, hint } of obstacles)
        lines.push(`    ${what}`, `      ${hint}`);
    for (const note of notes)
        lines.push(`    note: ${note}`);
    return lines;
}
const words = {
    none: 'is as the map says',
    prepare: 'does not exist yet; its type is made, so that it is sealed when it is created',
    register: 'is sealed; its entry is brought up to date',
    seal: 'its values are sealed in place, under an exclusive lock',
    refuse: 'cannot be sealed',
};
const onlineWord = 'its values are sealed in a new table, which then takes the place of this one';
/** What `apply --drop-plaintext` did. */
export function droppedText(tables, leftovers) {
    const lines = tables.map((table) => `${table}: what it was before is dropped`);
    for (const { catalog, why, statement } of leftovers) {
        lines.push(`Old plaintext may rest in ${catalog} (${why}). A login that may should run: ${statement}`);
    }
    if (lines.length === 0)
        lines.push('Nothing is left of tables as they were.');
    return `${lines.join('\n')}\n`;
}
/** What `apply` did. */
export function reportText(report) {
    const lines = [];
    for (const { label, outcome, rows, obstacles, notes } of report.columns) {
        lines.push(`${label}: ${outcome}${outcome === 'sealed' ? ` (${rows} ${rows === 1 ? 'row' : 'rows'})` : ''}`);
        for (const { what, hint } of obstacles)
            lines.push(`  ${what}`, `    ${hint}`);
        for (const note of notes)
            lines.push(`  note: ${note}`);
    }
    for (const { catalog, why, statement } of report.leftovers) {
        lines.push(`Old plaintext may rest in ${catalog} (${why}). A login that may should run: ${statement}`);
    }
    const kept = report.columns.some(({ outcome, online }) => outcome === 'sealed' && online);
    if (kept)
        lines.push('The tables as they were, with their plaintext, are kept: see "pgseal apply --drop-plaintext".');
    lines.push(report.complete ? 'Done.' : 'Some columns were not sealed.');
    return `${lines.join('\n')}\n`;
}
//# sourceMappingURL=plan-text.js.map