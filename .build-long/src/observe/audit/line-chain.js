// The chain of audit lines: docs/audit.md has the byte layout and says what it proves. A line is MACed under a key of its
// own, and the key of the next is derived from it by a one-way step, so that who takes the process or the disk later holds
// no key of a line written before.
import { createHmac } from 'node:crypto';
export const lineVersion = 1;
export const macLength = 32;
/** `prev` of the first line of all. */
export const noMac = Buffer.alloc(macLength).toString('base64url');
const macText = 43;
const macStart = ',"mac":"';
const tailLength = macStart.length + macText + 2;
const nextLine = 'pgseal/audit/next/1';
const nextSegment = 'pgseal/audit/forward/1';
const segmentSeed = 'pgseal/audit/segment/1';
function hmac(key, message) {
    return createHmac('sha256', key).update(message).digest();
}
/** The key of the segment after the one that `key` is of (key files only). */
export function nextSegmentKey(key) {
    return hmac(key, nextSegment);
}
/** Seed of a segment's line keys from a key file's segment key. `run` is the segment's random id. */
export function seedFromSegmentKey(key, run) {
    return hmac(key, `${segmentSeed} ${run}`);
}
/** What a key service makes the seed of a segment's line keys of, where no key file is used. */
export function seedMessage(segment, run) {
    return Buffer.from(`${segmentSeed} ${segment} ${run}`);
}
/** The key of line `n` of a segment, for one line after the other. Holds one key at a time and wipes it as it moves on. */
export class LineKeys {
    n = 0;
    #key;
    /** `seed`, 32 bytes, is taken over. */
    constructor(seed) {
        this.#key = seed;
    }
    /** The MAC of the line that this key is for. `line`: its bytes up to the field "mac". */
    mac(line) {
        return hmac(this.#key, line);
    }
    /** On to the next line. */
    step() {
        const next = hmac(this.#key, nextLine);
        this.#key.fill(0);
        this.#key = next;
        this.n += 1;
    }
    copy() {
        const copy = new LineKeys(Buffer.from(this.#key));
        copy.n = this.n;
        return copy;
    }
    wipe() {
        this.#key.fill(0);
    }
}
/** A line from what is MACed and its MAC, without the line feed. */
export function withMac(line, mac) {
    return `${line}${macStart}${mac}"}`;
}
/** Takes a line, without its line feed, apart again; undefined when it does not end as one. */
export function splitLine(line) {
    const end = line.length - tailLength;
    if (end < 1)
        return undefined;
    const tail = line.toString('latin1', end);
    if (!/^,"mac":"[A-Za-z0-9_-]{43}"\}$/.test(tail))
        return undefined;
    return { maced: line.subarray(0, end), mac: tail.slice(macStart.length, -2) };
}
/** The fields of a line; undefined when it is none of this format. Says nothing of whether it is authentic. */
export function readLine(line) {
    let fields;
    try {
        fields = JSON.parse(line.toString('utf8'));
    }
    catch {
        return undefined;
    }
    if (typeof fields !== 'object' || fields === null)
        return undefined;
    const { v, segment, run, n, event, prev } = fields;
    const whole = (value) => Number.isSafeInteger(value) && value >= 0;
    const fits = v === lineVersion &&
        whole(segment) &&
        whole(n) &&
        typeof run === 'string' &&
        typeof event === 'string' &&
        typeof prev === 'string';
    return fits ? fields : undefined;
}
/** What a key service makes the MAC of an anchor of. */
export function anchorMessage({ segment, run, n, mac }) {
    return Buffer.from(`pgseal/audit/anchor/1 ${segment} ${run} ${n} ${mac}`);
}
//# sourceMappingURL=line-chain.js.map