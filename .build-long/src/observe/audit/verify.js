// Reads a trail again and says what is wrong with it: docs/audit.md, "What is found".
import { createHash, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { anchorMessage, LineKeys, macLength, noMac, readLine, splitLine, } from './line-chain.js';
/** Line keys moved on past missing lines at most: far more than a file holds, and a few seconds' work. */
const mostSteps = 5_000_000;
const keptMacs = 100_000;
/** Reads the files in the order given; `report` gets each problem as `file:line: what`. */
export async function verifyAudit(files, options, report) {
    const verifier = new Verifier(options, report);
    for (const file of files) {
        let line = 0;
        for await (const { bytes, whole } of linesOf(file)) {
            line += 1;
            await verifier.take(bytes, whole, { file, line });
        }
    }
    return verifier.finish();
}
class Verifier {
    #options;
    #report;
    #summary = { lines: 0, segments: 0, anchors: 0, problems: 0, last: undefined };
    #wanted;
    #runs = new Set();
    #macs = new Map();
    #current;
    /** The MAC that the next line must name; undefined where it is not known. */
    #prev;
    #unreadable;
    #place = { file: '', line: 0 };
    constructor(options, report) {
        this.#options = options;
        this.#report = report;
        this.#wanted = new Map(options.anchors.map((anchor) => [nameOf(anchor), anchor]));
        this.#prev = options.partial ? undefined : noMac;
    }
    async take(bytes, whole, place) {
        this.#place = place;
        const split = whole ? splitLine(bytes) : undefined;
        const head = split === undefined ? undefined : readLine(bytes);
        if (split === undefined || head === undefined) {
            // Bytes of a line that was cut short; the segment behind it says so.
            this.#unreadable ??= { place, parts: [] };
            this.#unreadable.parts.push(Buffer.from(bytes), ...(whole ? [Buffer.from('\n')] : []));
            return;
        }
        this.#summary.lines += 1;
        await this.#takeLine(head, split.maced, split.mac);
    }
    async #takeLine(head, maced, mac) {
        const current = this.#current;
        if (current !== undefined && head.run === current.run && head.segment === current.segment) {
            if (head.n === current.keys.n) {
                if (!holds(current.keys, maced, mac))
                    return this.#changed(mac);
                this.#follow(head);
                return this.#advance(current, head, mac);
            }
            return this.#takeElsewhere(current, head, maced, mac);
        }
        await this.#takeSegment(head, maced, mac);
    }
    /** A line of this segment, but not the one that comes next. */
    async #takeElsewhere(current, head, maced, mac) {
        const keys = await this.#keysAt(head);
        if (keys === undefined || !holds(keys, maced, mac)) {
            keys?.wipe();
            return this.#changed(undefined);
        }
        if (head.n < current.keys.n) {
            keys.wipe();
            this.#problem(`line ${head.n} of segment ${head.segment} stands behind line ${current.keys.n - 1}`);
            return;
        }
        this.#problem(missing(head.segment, current.keys.n, head.n - 1));
        current.keys.wipe();
        this.#current = { ...current, keys };
        await this.#advance(this.#current, head, mac);
    }
    /** A line that is not authentic stands in the place of the one that was to come. `mac`: what the next one may name. */
    #changed(mac) {
        this.#reportUnreadable();
        this.#problem('the line was changed');
        this.#prev = mac;
        this.#current?.keys.step();
    }
    async #takeSegment(head, maced, mac) {
        const keys = await this.#keysAt(head);
        if (keys === undefined) {
            this.#problem(`segment ${head.segment} cannot be verified with this key`);
            this.#endSegment();
            this.#prev = undefined;
            return;
        }
        if (!holds(keys, maced, mac)) {
            keys.wipe();
            return this.#changed(undefined);
        }
        if (this.#runs.has(head.run)) {
            keys.wipe();
            this.#problem(`line ${head.n} of segment ${head.segment} stands behind those of another segment`);
            return;
        }
        this.#runs.add(head.run);
        const before = this.#current;
        this.#endSegment();
        const first = before === undefined && this.#summary.segments === 0;
        if (before !== undefined && !this.#follows(before.segment, head.segment)) {
            this.#problem(`segment ${head.segment} stands behind segment ${before.segment}`);
        }
        else if (first && !this.#options.partial && (head.segment !== 1 || head.n !== 0)) {
            this.#problem(`the files begin with line ${head.n} of segment ${head.segment}: earlier ones are missing`);
        }
        else if (head.n > 0 && !first) {
            this.#problem(missing(head.segment, 0, head.n - 1));
        }
        if (head.n === 0)
            this.#follow(head);
        this.#summary.segments += 1;
        const segment = { segment: head.segment, run: head.run, keys, ended: false };
        this.#current = segment;
        await this.#advance(segment, head, mac);
    }
    /** Segments that never wrote a line are interrupted ones too: killed between taking the key and the first line. */
    #follows(before, segment) {
        for (let number = before + 1; number < segment; number += 1) {
            if (!this.#options.interrupted.has(number))
                return false;
        }
        return segment > before;
    }
    /** The line before must be the one that this line names, and unreadable bytes between them those that it names. */
    #follow(head) {
        if (this.#prev !== undefined && head.prev !== this.#prev) {
            this.#problem(head.n === 0
                ? `segment ${head.segment} was begun behind another line than this one: lines before it are missing or changed`
                : 'the line was written behind another one');
        }
        const unreadable = this.#unreadable;
        if (unreadable === undefined)
            return;
        const bytes = Buffer.concat(unreadable.parts);
        const torn = head.torn;
        // The process that went on ended what was cut short with a line feed.
        const fits = [bytes, bytes.subarray(0, -1)].some((part) => torn?.bytes === part.length && torn.sha256 === createHash('sha256').update(part).digest('base64url'));
        if (fits)
            this.#unreadable = undefined;
        else
            this.#reportUnreadable();
    }
    async #advance(current, head, mac) {
        this.#reportUnreadable();
        this.#prev = mac;
        if (current.ended)
            this.#problem(`segment ${current.segment} goes on behind its end`);
        if (head.event === 'end')
            current.ended = true;
        current.keys.step();
        const name = nameOf({ ...current, n: current.keys.n - 1 });
        this.#macs.set(name, mac);
        if (this.#macs.size > keptMacs)
            this.#macs.delete(this.#macs.keys().next().value);
        const wanted = this.#wanted.get(name);
        if (wanted !== undefined) {
            this.#wanted.delete(name);
            this.#summary.anchors += 1;
            if (wanted.mac !== mac)
                this.#problem('the line is not the one that was anchored');
        }
        this.#summary.last = { segment: current.segment, n: current.keys.n - 1, time: head.time };
        if (head.event === 'anchor')
            await this.#checkAnchor(current, head);
    }
    /** An anchor that a key service made: the MAC is made again. */
    async #checkAnchor(current, head) {
        const { of, kms } = head;
        if (typeof of?.n !== 'number' || typeof of.mac !== 'string')
            return;
        const anchored = { segment: current.segment, run: current.run, n: of.n, mac: of.mac };
        const seen = this.#macs.get(nameOf(anchored));
        if (seen !== undefined && seen !== of.mac)
            this.#problem(`line ${of.n} is not the one that was anchored`);
        if (kms === undefined || this.#options.macOf === undefined)
            return;
        const mac = await this.#options.macOf(anchorMessage(anchored));
        if (mac.toString('base64url') === kms.mac)
            this.#summary.anchors += 1;
        else
            this.#problem('the key service did not make this anchor');
    }
    #endSegment() {
        const current = this.#current;
        this.#current = undefined;
        if (current === undefined)
            return;
        current.keys.wipe();
        if (current.ended || this.#options.interrupted.has(current.segment))
            return;
        this.#problem(`segment ${current.segment} has no end behind line ${current.keys.n - 1}: its process was killed, or lines were cut`);
    }
    async #keysAt(head) {
        if (head.n > mostSteps)
            return undefined;
        const seed = await this.#options.seedOf(head.segment, head.run);
        if (seed === undefined)
            return undefined;
        const keys = new LineKeys(seed);
        while (keys.n < head.n)
            keys.step();
        return keys;
    }
    finish() {
        this.#reportUnreadable();
        if (this.#current === undefined || !this.#options.running)
            this.#endSegment();
        if (this.#summary.lines === 0)
            this.#problem('there is no line');
        for (const anchor of this.#wanted.values()) {
            const text = `line ${anchor.n} of segment ${anchor.segment}, which was anchored, is not there`;
            const { last } = this.#summary;
            const early = this.#options.partial && last !== undefined && !this.#runs.has(anchor.run) && anchor.segment < last.segment;
            if (!early)
                this.#problem(text);
        }
        return this.#summary;
    }
    #reportUnreadable() {
        const unreadable = this.#unreadable;
        if (unreadable === undefined)
            return;
        this.#unreadable = undefined;
        const { length } = Buffer.concat(unreadable.parts);
        this.#problem(`${length} bytes are no line of an audit file`, unreadable.place);
    }
    #problem(what, { file, line } = this.#place) {
        this.#summary.problems += 1;
        this.#report(`${file}:${line}: ${what}`);
    }
}
function missing(segment, from, to) {
    return from === to
        ? `line ${from} of segment ${segment} is missing before this one`
        : `lines ${from} to ${to} of segment ${segment} are missing before this one`;
}
function nameOf({ run, n }) {
    return `${run} ${n}`;
}
function holds(keys, maced, mac) {
    const stated = Buffer.from(mac, 'base64url');
    // One spelling a MAC: the last character has unused bits.
    if (stated.length !== macLength || stated.toString('base64url') !== mac)
        return false;
    return timingSafeEqual(keys.mac(maced), stated);
}
/** What the first line of a file says of its place in the trail; undefined for a file without a line. */
export async function firstPlace(file) {
    for await (const { bytes } of linesOf(file)) {
        const head = readLine(bytes);
        if (head !== undefined)
            return head;
    }
    return undefined;
}
async function* linesOf(file) {
    let rest = Buffer.alloc(0);
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
        let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10)) {
            yield { bytes: bytes.subarray(0, end), whole: true };
            bytes = bytes.subarray(end + 1);
        }
        rest = Buffer.from(bytes);
    }
    if (rest.length > 0)
        yield { bytes: rest, whole: false };
}
//# sourceMappingURL=verify.js.map