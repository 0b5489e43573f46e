import { encodeBind } from '../wire/bind.js';
import { encodeClose } from '../wire/close.js';
import { encodeExecute } from '../wire/execute.js';
import { encodeParse } from '../wire/parse.js';
import { HiddenCall, Skipped } from './hidden-call.js';
import { owedKind } from './owed-replies.js';
const hiddenName = 'pgseal_hidden';
/** See Link.hiddenQuery. */
export function submitHidden(link, sql, parameters) {
    const values = parameters.map((parameter) => Buffer.from(parameter));
    return submit(link, { text: Buffer.from(sql), values, resultFormats: [] }, !link.pipelineOpen).then((rows) => rows.map((row) => row.map((value) => (value === null ? null : value.toString('utf8')))));
}
/**
 * Runs a statement that belongs to one of the client's, in the same transaction: it ends with Flush, so the client's own
 * Sync or COMMIT decides over both. Rows in binary. `plan` is that of the client's statement, whose error it becomes.
 * Rejects with Skipped when the server failed or skipped it.
 */
export function submitBefore(link, plan, text) {
    return submit(link, { text, values: [], resultFormats: [1], plan }, false);
}
function submit(link, hidden, between) {
    if (link.skipping)
        return Promise.reject(new Skipped());
    const hide = (owed) => {
        if (owed === undefined)
            return;
        owed.hidden = true;
        owed.plan = hidden.plan;
    };
    hide(link.submit(owedKind.close, encodeClose({ type: 'Close', target: 'statement', name: hiddenName })));
    const parse = encodeParse({ type: 'Parse', name: hiddenName, query: hidden.text, parameterTypes: [] });
    hide(link.submit(owedKind.parse, parse));
    const bind = encodeBind({
        type: 'Bind',
        portal: hiddenName,
        statement: hiddenName,
        parameterFormats: [],
        values: hidden.values,
        resultFormats: hidden.resultFormats,
    });
    hide(link.submit(owedKind.bind, bind));
    const call = new HiddenCall();
    const execute = link.submit(owedKind.execute, encodeExecute({ type: 'Execute', portal: hiddenName, maxRows: 0 }));
    hide(execute);
    if (execute !== undefined)
        execute.collects = call;
    const last = link.submit(owedKind.close, encodeClose({ type: 'Close', target: 'portal', name: hiddenName }));
    hide(last);
    if (between) {
        const sync = link.submitSync();
        sync.hidden = true;
        sync.completes = call;
    }
    else {
        if (last !== undefined)
            last.completes = call;
        link.flushServer();
    }
    link.toServer.flush();
    return call.done;
}
//# sourceMappingURL=hidden-statement.js.map