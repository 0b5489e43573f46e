import { analyze } from './analyze.js';
import { parseStatements } from './parsed-text.js';
import { fingerprintOf } from './parser.js';
/** Plans kept for one statement: declared types and meanings of names differ between connections. */
const plansPerStatement = 8;
export class StatementCache {
    #maxBytes;
    /** For metrics: what was found and what had to be made. */
    counts = { textsFound: 0, textsParsed: 0, plansFound: 0, plansMade: 0 };
    #bytes = 0;
    /** Least recently used first. */
    #texts = new Map();
    #plans = new WeakMap();
    #statements = new WeakMap();
    #fingerprints = new WeakMap();
    constructor(maxBytes) {
        this.#maxBytes = maxBytes;
    }
    /** Bytes that the kept texts are taken to cost. */
    get bytes() {
        return this.#bytes;
    }
    get texts() {
        return this.#texts.size;
    }
    /** As parseStatements; the text is copied, so the caller's buffer may be used again. */
    parse(text) {
        const key = text.toString('latin1');
        const known = this.#texts.get(key);
        if (known !== undefined) {
            this.counts.textsFound += 1;
            this.#texts.delete(key);
            this.#texts.set(key, known);
            return known;
        }
        this.counts.textsParsed += 1;
        const parsed = parseStatements(Buffer.from(text));
        // One long text must not drive out all others.
        if (parsed.bytes > this.#maxBytes / 16)
            return parsed;
        this.#texts.set(key, parsed);
        this.#bytes += parsed.bytes;
        for (const [oldest, old] of this.#texts) {
            if (this.#bytes <= this.#maxBytes)
                break;
            this.#texts.delete(oldest);
            this.#bytes -= old.bytes;
        }
        return parsed;
    }
    /** As analyze; the same plan object comes back as long as text, declared types, names, schema, mode, access and epoch are the same. */
    analyze(input) {
        let kept = this.#plans.get(input.statement);
        if (kept === undefined)
            this.#plans.set(input.statement, (kept = []));
        const found = kept.find((one) => sameInput(one.input, input));
        if (found !== undefined) {
            this.counts.plansFound += 1;
            return found.plan;
        }
        this.counts.plansMade += 1;
        const plan = analyze(input);
        this.#statements.set(plan, input.statement);
        if (kept.length >= plansPerStatement)
            kept.shift();
        kept.push({ input, plan });
        return plan;
    }
    /** libpg_query's fingerprint of the statement that a plan was made of, computed once a text; '' for a plan not made here. */
    fingerprint(plan) {
        const statement = this.#statements.get(plan);
        if (statement === undefined)
            return '';
        let fingerprint = this.#fingerprints.get(statement);
        if (fingerprint === undefined)
            this.#fingerprints.set(statement, (fingerprint = fingerprintOf(statement.text)));
        return fingerprint;
    }
}
function sameInput(a, b) {
    return (a.catalog === b.catalog &&
        a.mode === b.mode &&
        a.access === b.access &&
        a.currentSchema === b.currentSchema &&
        sameOids(a.declaredOids, b.declaredOids) &&
        sameNames(a.names, b.names));
}
function sameOids(a, b) {
    return a === b || (a.length === b.length && a.every((oid, at) => oid === b[at]));
}
function sameNames(a, b) {
    if (a === b)
        return true;
    if (a.size !== b.size)
        return false;
    for (const [name, oid] of a)
        if (b.get(name) !== oid)
            return false;
    return true;
}
//# sourceMappingURL=statement-cache.js.map