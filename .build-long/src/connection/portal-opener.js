// How the result of a portal is asked for and opened.
import { PgsealError } from '../errors.js';
import { defaultValueSettings } from '../types/value-settings.js';
import { copyFormats, isCopyOut } from './copy-out.js';
import { constantKeyOf } from './cursors.js';
import { Opener, serverFormats } from './opener.js';
/** One for each column of the server's, in binary where the client does not get it as it comes. */
export function resultFormatsOf(plan, formats) {
    const { results, hidden } = plan;
    if (isCopyOut(plan))
        return serverFormats(results ?? [], hidden, copyFormats(plan));
    if (results === undefined || !results.some((result) => result !== undefined))
        return formats;
    if (formats.length > 1 && formats.length !== results.length - hidden.length)
        throw new PgsealError('bindFormats');
    return serverFormats(results, hidden, formats);
}
export function openerOf(link, plan, portal) {
    return new Opener({
        results: plan.results ?? [],
        hidden: plan.hidden,
        resultFormats: isCopyOut(plan) ? copyFormats(plan) : (portal?.resultFormats ?? []),
        keyRing: link.deps.keyRing,
        settings: link.facts.settings ?? defaultValueSettings,
        sealedHere: portal?.sealedHere,
        constantKey: portal?.constantKey ?? constantKeyOf(plan),
        tokenKeys: link.deps.tokenKeys,
        counts: link.deps.counts,
    });
}
//# sourceMappingURL=portal-opener.js.map