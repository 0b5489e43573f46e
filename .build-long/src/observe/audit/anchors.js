import { anchorMessage } from './line-chain.js';
/** At a key service: a MAC that the process could not make by itself, and a call in the service's own log. */
export function anchorsAtKeyService(macOf) {
    return async (head) => {
        let request = '';
        const mac = await macOf(anchorMessage(head), (requestId) => {
            request = requestId;
        });
        return `"kms":{"mac":"${mac.toString('base64url')}","request":${JSON.stringify(request)}}`;
    };
}
/** At a webhook, whose server keeps what it gets. `send` resolves to false when nobody took it. */
export function anchorsAtWebhook(send) {
    return async ({ segment, run, n, mac }) => {
        const time = new Date().toISOString();
        const taken = await send(JSON.stringify({ type: 'pgseal-audit-anchor', time, segment, run, n, mac }));
        if (!taken)
            throw new Error('the webhook did not take an anchor');
        return '"webhook":"taken"';
    };
}
export class Anchors {
    /** Anchors that could not be put anywhere since the start. */
    failed = 0;
    #trail;
    #options;
    #log;
    #timer;
    #lines = 0;
    #underWay;
    /** Anchors at once: a segment's begin is known elsewhere before its first statement matters. */
    constructor(trail, options, log) {
        this.#trail = trail;
        this.#options = options;
        this.#log = log;
        const { every } = options;
        if ('ms' in every) {
            this.#timer = setInterval(() => void this.anchor(), every.ms);
            this.#timer.unref();
        }
        else {
            trail.onLine = () => {
                this.#lines += 1;
                if (this.#lines >= every.lines)
                    void this.anchor();
            };
        }
        void this.anchor();
    }
    /** Anchors the line that is the last one now. Never rejects. One at a time: while one is under way, that one. */
    anchor() {
        this.#underWay ??= this.#anchor().finally(() => {
            this.#underWay = undefined;
        });
        return this.#underWay;
    }
    async #anchor() {
        this.#lines = 0;
        const head = this.#trail.head();
        const of = `"event":"anchor","of":{"n":${head.n},"mac":"${head.mac}"}`;
        try {
            this.#trail.appendAnchor(`${of},${await this.#options.to(head)}`);
        }
        catch (error) {
            this.failed += 1;
            this.#log.auditAnchorFailed({ error });
            this.#trail.appendAnchor(`${of},"failed":true`);
        }
    }
    /** Before the trail ends: no more anchors but one of the end, by `last`. */
    async close() {
        clearInterval(this.#timer);
        this.#trail.onLine = undefined;
        await this.#underWay;
    }
    /** Anchors the end of the trail, behind which no line can be written. */
    async last(head) {
        try {
            await this.#options.to(head);
        }
        catch (error) {
            this.#log.auditAnchorFailed({ error });
        }
    }
}
//# sourceMappingURL=anchors.js.map