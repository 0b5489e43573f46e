// The rows of results: the hot path of reading. Rows that hold no sealed column are passed on in runs, unseen. Others are
// opened one by one; no promise and no copy is made as long as their keys are at hand.
import { PgsealError } from '../errors.js';
import { backend } from '../wire/message-codes.js';
import { endAudit } from './auditing.js';
import { beginCopyOut } from './copy-out.js';
import { owedKind } from './owed-replies.js';
import { collectRow, outOfPlace, pass, releaseDescription } from './server-messages.js';
/** Opened rows are given to the client in pieces of about this size. */
const pieceBytes = 48 * 1024;
/** Rows whose keys are asked for at once, where they must be asked for. */
const rowsAhead = 256;
const onlyRows = new Uint8Array(256);
onlyRows[backend.dataRow] = 1;
export class RowLoop {
    link;
    server;
    constructor(link, server) {
        this.link = link;
        this.server = server;
    }
    /** Deals with the rows at the front. 'more': the rest of a row must arrive. A promise: keys must be waited for. */
    run() {
        const { link, server } = this;
        const owed = link.owed.head() ?? outOfPlace();
        if (owed.kind !== owedKind.execute && owed.kind !== owedKind.query)
            return outOfPlace();
        if (owed.opener !== undefined && !link.failing) {
            releaseDescription(link);
            beginCopyOut(link, owed);
            const { opener } = owed;
            return link.clock === undefined ? this.open(opener) : link.clock.opening(() => this.open(opener));
        }
        if (owed.hidden) {
            const frame = server.take();
            if (frame === undefined)
                return 'more';
            if (owed.collects !== undefined)
                collectRow(link, frame);
            return undefined;
        }
        const rows = server.takeRun(onlyRows) ?? server.takePart();
        if (rows === undefined)
            return 'more';
        pass(link, rows);
        return undefined;
    }
    open(opener) {
        const { link, server } = this;
        while (server.head() && server.type === backend.dataRow) {
            const frame = server.take();
            if (frame === undefined)
                return 'more';
            try {
                const waiting = opener.open(frame, link.rows);
                if (waiting !== undefined)
                    return this.openWaiting(opener, frame, waiting);
            }
            catch (error) {
                this.fail(error);
                return undefined;
            }
            if (link.rows.pending >= pieceBytes)
                link.sendRows();
        }
        return undefined;
    }
    /** Keys must be asked for: those of the rows that have arrived behind this one are asked for with it. */
    async openWaiting(opener, first, waiting) {
        const { link, server } = this;
        const frames = [first];
        const asked = [waiting];
        try {
            while (frames.length < rowsAhead && server.head() && server.type === backend.dataRow) {
                const frame = server.take();
                if (frame === undefined)
                    break;
                frames.push(frame);
                const more = opener.askAhead(frame);
                if (more !== undefined)
                    asked.push(more);
            }
            await settled(asked);
            for (const frame of frames) {
                for (let again = this.openOne(opener, frame); again !== undefined; again = this.openOne(opener, frame)) {
                    await again;
                }
                if (link.rows.pending >= pieceBytes)
                    link.sendRows();
            }
        }
        catch (error) {
            this.fail(error);
        }
    }
    openOne(opener, frame) {
        const { clock, rows } = this.link;
        return clock === undefined ? opener.open(frame, rows) : clock.opening(() => opener.open(frame, rows));
    }
    fail(error) {
        const unwritten = endAudit(this.link.owed.head()?.audit, error);
        if (!(error instanceof PgsealError) || error.severity === 'FATAL')
            throw error;
        if (unwritten)
            this.link.dropRows();
        this.link.fail(error);
    }
}
/** Waits for all, then throws the first failure: none is left without an owner. */
async function settled(promises) {
    const results = await Promise.allSettled(promises);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
}
//# sourceMappingURL=row-loop.js.map