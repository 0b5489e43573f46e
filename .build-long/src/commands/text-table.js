/** Rows as lines of aligned columns, two blanks apart; the first row is the heading. */
export function textTable(rows) {
    const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
    const line = (row) => row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd();
    return `${rows.map(line).join('\n')}\n`;
}
//# sourceMappingURL=text-table.js.map