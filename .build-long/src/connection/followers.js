import { encodeBind } from '../wire/bind.js';
import { encodeClose } from '../wire/close.js';
import { encodeExecute } from '../wire/execute.js';
import { encodeParse } from '../wire/parse.js';
import { owedKind } from './owed-replies.js';
const name = 'pgseal_follower';
export function followers(plan) {
    return plan.after.length;
}
export function submitFollowers(link, plan, leader) {
    leader.followers = plan.after.length;
    let last;
    const hide = (kind, frame) => {
        last = link.submit(kind, frame);
        if (last !== undefined)
            last.hidden = true;
    };
    for (const text of plan.after) {
        hide(owedKind.close, encodeClose({ type: 'Close', target: 'statement', name }));
        hide(owedKind.parse, encodeParse({ type: 'Parse', name, query: text, parameterTypes: [] }));
        const bind = encodeBind({
            type: 'Bind',
            portal: name,
            statement: name,
            parameterFormats: [],
            values: [],
            resultFormats: [],
        });
        hide(owedKind.bind, bind);
        hide(owedKind.execute, encodeExecute({ type: 'Execute', portal: name, maxRows: 0 }));
        hide(owedKind.close, encodeClose({ type: 'Close', target: 'portal', name }));
    }
    if (last !== undefined)
        last.releases = true;
}
//# sourceMappingURL=followers.js.map