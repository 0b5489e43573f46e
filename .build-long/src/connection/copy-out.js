import { encodeCommandComplete } from '../wire/command-complete.js';
import { encodeCopyDone } from '../wire/copy-done.js';
import { encodeCopyOutResponse } from '../wire/copy-out-response.js';
import { CopyRowWriter } from '../wire/copy-row-writer.js';
import { encodeNoData } from '../wire/no-data.js';
/** Names of the columns of each plan, as the server described them. Keyed by plan, which lives no longer than its catalog. */
const columnNames = new WeakMap();
export function isCopyOut(plan) {
    return plan?.kind === 'sealed' && plan.copy?.direction === 'out';
}
/** In which formats the server is to send plain columns: all in one. */
export function copyFormats({ copy }) {
    return copy?.direction === 'out' && copy.options.format === 'binary' ? [1] : [];
}
/** The columns that the query of a COPY gives were described and are those of the plan: COPY itself is described as no rows. */
export function describeCopy(link, owed, plan, fields) {
    columnNames.set(plan, fields.filter((_, at) => !plan.hidden.includes(at)).map(({ name }) => name.toString('utf8')));
    if (!owed.hidden && !owed.quiet)
        link.toClient.pass(encodeNoData());
}
/** The first row, or the end of the result, is at hand: the client is told that copy data follow. */
export function beginCopyOut(link, owed) {
    const { plan } = owed;
    if (owed.copyBegun || !isCopyOut(plan) || link.failing)
        return;
    owed.copyBegun = true;
    const { options } = plan.copy;
    const names = columnNames.get(plan) ?? [];
    link.sendRows();
    const format = options.format === 'binary' ? 1 : 0;
    const columnFormats = names.map(() => format);
    link.toClient.pass(encodeCopyOutResponse({ type: 'CopyOutResponse', format, columnFormats }));
    link.rows = new CopyRowWriter({ ...styleOf(options, names) }, names.length);
}
function styleOf(options, names) {
    const { format, delimiter, quote, escaping, nullText, forceQuote, header } = options;
    const forced = names.map((name) => forceQuote === '*' || forceQuote.includes(name));
    return { format, delimiter, quote, escaping, nullText, forced, header: header === 'none' ? undefined : names };
}
/** All rows are written: what follows them. Gives the CommandComplete of the COPY. */
export function endCopyOut(link, owed) {
    beginCopyOut(link, owed);
    let rows = 0;
    if (link.rows instanceof CopyRowWriter) {
        link.rows.finish();
        rows = link.rows.rows;
    }
    return encodeCommandComplete({ type: 'CommandComplete', tag: `COPY ${rows}` });
}
/** After the last bytes of the copy were sent, or dropped. */
export function leaveCopyOut(link) {
    link.rows = link.dataRows;
}
export const copyDoneFrame = encodeCopyDone();
//# sourceMappingURL=copy-out.js.map