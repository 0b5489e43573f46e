import { fitsName, maxNameBytes } from './table-name.js';
/**
 * Reads `record` of a table: text with columns in braces. Two rows that differ in a column must differ in their record, so
 * a "/" stands between two columns: it is the one separator that no value's text holds. Every problem goes to `refuse`.
 */
export function checkRecord(raw, sealedColumns, path, refuse) {
    const given = typeof raw === 'string' ? { template: raw, verify: 'always' } : raw;
    const place = typeof raw === 'string' ? path : [...path, 'template'];
    const { literals, columns } = splitTemplate(given.template);
    if (literals.some((text) => /[{}\0]/.test(text))) {
        refuse(place, 'braces stand around the name of a column, such as users/{id}, and nowhere else');
    }
    else if (columns.length === 0)
        refuse(place, 'names no column in braces, such as users/{id}');
    for (const [at, column] of columns.entries()) {
        if (!fitsName(column))
            refuse(place, `a name in braces has 1 to ${maxNameBytes} bytes and no NUL`);
        else if (sealedColumns.includes(column))
            refuse(place, `column "${column}" is sealed, and a record must be readable`);
        if (columns.indexOf(column) < at)
            refuse(place, `names column "${column}" twice`);
        if (at > 0 && !literals[at].includes('/')) {
            refuse(place, `needs a "/" between "${columns[at - 1]}" and "${column}": two rows could get one record`);
        }
    }
    return { text: given.template, literals, columns, verify: given.verify };
}
function splitTemplate(template) {
    const pieces = template.split(/\{([^{}]*)\}/);
    return {
        literals: pieces.filter((_, at) => at % 2 === 0),
        columns: pieces.filter((_, at) => at % 2 === 1),
    };
}
//# sourceMappingURL=record-template.js.map