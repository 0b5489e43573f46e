/** Place of `message` among the columns of csvlog, from 0: the same in all versions since 9. */
const messageColumn = 13;
/** `query`: the statement that an error was about. */
const queryColumn = 19;
export function readCsvLog(file) {
    const found = [];
    for (const { cells, line } of csvRows(file)) {
        const text = statementOf(cells[messageColumn] ?? '') ?? (cells[queryColumn] || undefined);
        if (text !== undefined)
            found.push({ text, line });
    }
    return found;
}
export function readJsonLog(file) {
    const found = [];
    file.split('\n').forEach((row, index) => {
        if (row.trim() === '')
            return;
        let entry;
        try {
            entry = JSON.parse(row);
        }
        catch {
            return;
        }
        const text = (typeof entry.message === 'string' ? statementOf(entry.message) : undefined) ??
            (typeof entry.statement === 'string' ? entry.statement : undefined);
        if (text !== undefined)
            found.push({ text, line: index + 1 });
    });
    return found;
}
// log_statement: "statement: TEXT", "execute NAME: TEXT"; log_min_duration_statement puts "duration: N ms  " before it.
function statementOf(message) {
    return /^(?:duration: [\d.]+ ms {2})?(?:statement|execute [^:]*|parse [^:]*|bind [^:]*): ([\s\S]*)$/.exec(message)?.[1];
}
/** RFC 4180, rows over several lines. */
function* csvRows(file) {
    let cells = [];
    let cell = '';
    let quoted = false;
    let line = 1;
    let began = 1;
    for (let at = 0; at < file.length; at += 1) {
        const character = file[at];
        if (character === '\n')
            line += 1;
        if (quoted) {
            if (character !== '"')
                cell += character;
            else if (file[at + 1] === '"') {
                cell += '"';
                at += 1;
            }
            else
                quoted = false;
        }
        else if (character === '"')
            quoted = true;
        else if (character === ',') {
            cells.push(cell);
            cell = '';
        }
        else if (character === '\n') {
            cells.push(cell.replace(/\r$/, ''));
            yield { cells, line: began };
            cells = [];
            cell = '';
            began = line;
        }
        else
            cell += character;
    }
    if (cells.length > 0)
        yield { cells: [...cells, cell], line: began };
}
//# sourceMappingURL=server-log.js.map