// The trail of a process: one segment of the chain, begun at start and ended at stop. docs/audit.md says what each line
// holds and what is guaranteed when one cannot be written.
import { createHash, randomUUID } from 'node:crypto';
import { PgsealError } from '../../errors.js';
import { AuditFile, AuditWriteError, auditFiles, findLastLine, lockPath } from './audit-file.js';
import { lockFile } from './file-lock.js';
import { LineKeys, lineVersion, noMac, readLine, splitLine, withMac, } from './line-chain.js';
/** How often a failure that lasts is logged again, and how often what was written is made durable. */
const logAgainMs = 60_000;
const syncMs = 1_000;
export class AuditTrail {
    #file;
    #log;
    #refuses;
    #lineKeys;
    #segment;
    #run;
    #head;
    #unlock;
    #syncing;
    #counts;
    #prev;
    #failed;
    #ended = false;
    #loggedAt = 0;
    #lost = 0;
    #refused = 0;
    /** Told after each line but those of anchors. */
    onLine;
    constructor(options, file, begun, unlock) {
        this.#file = file;
        this.#log = options.log;
        this.#counts = options.counts;
        this.#refuses = options.onFailure === 'refuse';
        this.#lineKeys = new LineKeys(begun.seed);
        this.#segment = begun.segment;
        this.#run = begun.run;
        this.#head = `{"v":${lineVersion},"segment":${begun.segment},"run":"${begun.run}","n":`;
        this.#prev = begun.prev;
        this.#unlock = unlock;
        this.#syncing = setInterval(() => this.#look(), syncMs);
        this.#syncing.unref();
    }
    /**
     * Begins a segment: links it to the last line that is there, writes its first line, and takes the lock. Rejects with
     * AuditSetupError, or what the key service says.
     */
    static async begin(options) {
        const unlock = lockFile(lockPath(options.path));
        let file;
        try {
            const end = endOfTrail(options.path);
            const run = randomUUID();
            const { segment, seed } = await options.keys.begin(end.segment, run);
            file = new AuditFile(options);
            const trail = new AuditTrail(options, file, { segment, seed, run, prev: end.mac }, unlock);
            const torn = end.torn.length === 0
                ? ''
                : `,"torn":{"bytes":${end.torn.length},"sha256":"${createHash('sha256').update(end.torn).digest('base64url')}"}`;
            if (end.unfinished)
                file.append(Buffer.from('\n'));
            if (!trail.#write(`"event":"segment","version":${JSON.stringify(options.version)}${torn}`)) {
                trail.#abandon();
                throw new PgsealError('auditUnwritable', {}, { logDetail: trail.#failed ?? '' });
            }
            return trail;
        }
        catch (error) {
            file?.close();
            unlock();
            throw error;
        }
    }
    /** Writes a line. `fields`: JSON members from "event" on, without braces. False when it could not be written. */
    append(fields) {
        const written = this.#failed === undefined ? this.#write(fields) : this.#resume() && this.#write(fields);
        if (written)
            this.onLine?.();
        else {
            this.#lost += 1;
            if (this.#counts !== undefined)
                this.#counts.lost += 1;
        }
        return written;
    }
    /** As append, for lines about the trail itself: they are not counted as lines. */
    appendAnchor(fields) {
        return (this.#failed === undefined || this.#resume()) && this.#write(fields);
    }
    /** Throws auditUnwritable when lines cannot be written and what they would tell of must not happen. */
    check() {
        if (this.#failed === undefined || !this.#refuses || this.#resume())
            return;
        this.#refused += 1;
        if (this.#counts !== undefined)
            this.#counts.refused += 1;
        throw this.refusal();
    }
    /** What a client gets when a line could not be written; undefined when the trail is told to go on without. */
    failure() {
        return this.#refuses ? this.refusal() : undefined;
    }
    refusal() {
        return new PgsealError('auditUnwritable', {}, { logDetail: this.#failed ?? 'no reason given' });
    }
    /** The last line written. */
    head() {
        return { segment: this.#segment, run: this.#run, n: this.#lineKeys.n - 1, mac: this.#prev };
    }
    /** Ends the segment. */
    end() {
        this.appendAnchor('"event":"end"');
        this.#abandon();
        this.#file.close();
        this.#unlock();
    }
    #abandon() {
        this.#ended = true;
        clearInterval(this.#syncing);
        this.#lineKeys.wipe();
    }
    #write(fields) {
        if (this.#ended)
            return false;
        const time = new Date().toISOString();
        const line = `${this.#head}${this.#lineKeys.n},"time":"${time}",${fields},"prev":"${this.#prev}"`;
        const mac = this.#lineKeys.mac(line).toString('base64url');
        try {
            this.#file.append(Buffer.from(`${withMac(line, mac)}\n`));
        }
        catch (error) {
            this.#fail(error);
            return false;
        }
        this.#prev = mac;
        this.#lineKeys.step();
        if (this.#counts !== undefined)
            this.#counts.written += 1;
        try {
            this.#file.rotateIfFull();
        }
        catch (error) {
            // The line is there, and the next one goes behind it in the file that is too long.
            if (!(error instanceof AuditWriteError))
                throw error;
            this.#tell(error.message);
        }
        return true;
    }
    #fail(error) {
        if (!(error instanceof AuditWriteError))
            throw error;
        this.#failed = error.message;
        this.#tell(error.message);
    }
    #tell(reason) {
        const now = Date.now();
        if (now - this.#loggedAt < logAgainMs)
            return;
        this.#loggedAt = now;
        this.#log.auditFailed({ reason, lost: this.#lost, refused: this.#refused });
    }
    /** Tries to write again, first of all how much is missing. */
    #resume() {
        const [lost, refused] = [this.#lost, this.#refused];
        if (!this.#write(`"event":"gap","lost":${lost},"refused":${refused},"reason":${JSON.stringify(this.#failed)}`)) {
            return false;
        }
        this.#failed = undefined;
        this.#loggedAt = 0;
        this.#lost = 0;
        this.#refused = 0;
        this.#log.auditResumed({ lost, refused });
        return true;
    }
    /** Once a second: makes what was written durable, and looks whether somebody else took the file away. */
    #look() {
        const misplaced = this.#file.misplaced();
        if (misplaced !== undefined) {
            this.#fail(new AuditWriteError(misplaced));
            try {
                this.#file.reopen();
            }
            catch (error) {
                this.#fail(error);
            }
        }
        this.#file.sync((failed) => {
            if (failed !== undefined)
                this.#fail(new AuditWriteError(failed));
        });
    }
}
function endOfTrail(path) {
    let torn = Buffer.alloc(0);
    let unfinished = false;
    let newest = true;
    for (const file of auditFiles(path).reverse()) {
        const { last, rest } = findLastLine(file, (line) => splitLine(line) !== undefined && readLine(line) !== undefined);
        if (newest && file === path) {
            torn = rest;
            unfinished = rest.length > 0 && rest.at(-1) !== 10;
        }
        newest = false;
        if (last !== undefined) {
            const head = readLine(last);
            return { segment: head.segment, mac: splitLine(last).mac, torn, unfinished };
        }
    }
    return { segment: 0, mac: noMac, torn, unfinished };
}
//# sourceMappingURL=audit-trail.js.map