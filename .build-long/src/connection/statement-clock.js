// Where the time of slow statements goes. A connection has a clock only where the map asks for slow statements: without
// one nothing here runs, and no time is looked at.
import { performance } from 'node:perf_hooks';
/** One execution under way. */
export class Timing {
    began;
    spent = { parse: 0, plan: 0, kms: 0, seal: 0, open: 0, client: 0 };
    /** Of a text that goes to the server as it came: what its statements were planned as. */
    plans = [];
    outcome = 'ok';
    #waits = 0;
    #waitBegan = 0;
    #clientBegan;
    constructor(now) {
        this.began = now;
    }
    /** Several calls to a key service at once are one wait. */
    keysAsked() {
        if (this.#waits === 0)
            this.#waitBegan = performance.now();
        this.#waits += 1;
    }
    keysCame() {
        this.#waits -= 1;
        if (this.#waits === 0)
            this.spent.kms += performance.now() - this.#waitBegan;
    }
    clientBegins() {
        this.#clientBegan ??= performance.now();
    }
    clientEnds() {
        if (this.#clientBegan === undefined)
            return;
        this.spent.client += performance.now() - this.#clientBegan;
        this.#clientBegan = undefined;
    }
}
export class StatementClock {
    #slow;
    #fingerprint;
    /** Of the message under work and those before it, until the statement is sent. */
    #next = undefined;
    #head;
    constructor(slow, fingerprint, head) {
        this.#slow = slow;
        this.#fingerprint = fingerprint;
        this.#head = head;
    }
    /** A message of the client's comes that a statement may begin with. */
    begin() {
        this.#next ??= new Timing(performance.now());
    }
    /** Whatever is not sent yet is no statement's. */
    forget() {
        this.#next = undefined;
    }
    /** The statement is sent; `plans` of a text that goes as it came. */
    sent(owed, plans = []) {
        const timing = this.#next ?? new Timing(performance.now());
        timing.plans = plans;
        owed.timing = timing;
        this.#next = undefined;
    }
    /** It has ended; told when that took long. */
    ended(owed, outcome) {
        const { timing } = owed;
        if (timing === undefined)
            return;
        owed.timing = undefined;
        timing.clientEnds();
        const total = performance.now() - timing.began;
        if (total < this.#slow.milliseconds || owed.hidden)
            return;
        const { parse, plan, kms, seal, open, client } = timing.spent;
        const server = Math.max(0, total - parse - plan - kms - seal - open - client);
        const made = timing.plans[0] ?? owed.plan;
        this.#slow.tell({
            statement: timing.plans.length > 1 ? 'Query' : made?.kind === 'refused' ? '' : (made?.effects.statement ?? ''),
            plan: made?.kind ?? 'passthrough',
            fingerprint: made === undefined ? '' : (this.#fingerprint?.(made) ?? ''),
            outcome: outcome ?? timing.outcome,
            times: { total, parse, plan, kms, seal, open, client, server },
        });
    }
    /** The same dependencies, whose work is counted. */
    over(deps) {
        return {
            ...deps,
            parse: (text) => this.#during('parse', () => deps.parse(text)),
            analyze: (input) => this.#during('plan', () => deps.analyze(input)),
            keyRing: this.#ring(deps.keyRing),
        };
    }
    #during(phase, work) {
        const timing = this.#next;
        if (timing === undefined)
            return work();
        const began = performance.now();
        try {
            return work();
        }
        finally {
            timing.spent[phase] += performance.now() - began;
        }
    }
    /** Seals the values of the statement that is not sent yet, or of the COPY under way. */
    sealing(work) {
        const timing = this.#next ?? this.#head()?.timing;
        if (timing === undefined)
            return work();
        const began = performance.now();
        const { kms } = timing.spent;
        const done = () => {
            timing.spent.seal += performance.now() - began - (timing.spent.kms - kms);
        };
        const made = work();
        if (made instanceof Promise)
            return made.finally(done);
        done();
        return made;
    }
    /** Opens rows of the result that comes. Waits for keys are not part of it. */
    opening(work) {
        const timing = this.#head()?.timing;
        if (timing === undefined)
            return work();
        const began = performance.now();
        try {
            return work();
        }
        finally {
            timing.spent.open += performance.now() - began;
        }
    }
    /** The client does not take what it is sent, or is to send its copy data; until it has. */
    clientWaitedFor(waits) {
        const timing = this.#head()?.timing;
        if (waits)
            timing?.clientBegins();
        else
            timing?.clientEnds();
    }
    #ring(ring) {
        const own = Object.create(ring);
        own.generate = (namedKey, contexts, onCall, signal) => this.#asked(this.#next ?? this.#head()?.timing, ring.generate(namedKey, contexts, onCall, signal));
        own.open = (namedKey, keyPart, context, label, onCall) => {
            const head = this.#head();
            const timing = head?.opener === undefined ? (this.#next ?? head?.timing) : head.timing;
            return this.#asked(timing, ring.open(namedKey, keyPart, context, label, onCall));
        };
        return own;
    }
    #asked(timing, answer) {
        if (timing === undefined || !(answer instanceof Promise))
            return answer;
        timing.keysAsked();
        const came = () => timing.keysCame();
        answer.then(came, came);
        return answer;
    }
}
//# sourceMappingURL=statement-clock.js.map