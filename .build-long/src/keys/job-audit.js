import { PgsealError } from '../errors.js';
import { keyIdText } from './key-id.js';
/** Ids of requests listed in a line at most, and their length: the others are counted. */
const mostCalls = 100;
const mostRequestId = 128;
/** The key ring as the job uses it. Everything it gives, it gives later: a job has no hot path. */
export function auditedJobRing(ring, job) {
    let count = 0;
    let open;
    const batch = () => {
        job.trail.check();
        if (open !== undefined)
            return open;
        const begun = new Batch(job, ++count);
        open = begun;
        setImmediate(() => {
            open = undefined;
            begun.end();
        });
        return begun;
    };
    const own = Object.create(ring);
    own.generate = async (namedKey, contexts, _onCall, signal) => {
        if (contexts.length === 0)
            return [];
        const here = batch();
        for (const { table, record } of contexts)
            here.row(table, record);
        return here.join(() => ring.generate(namedKey, contexts, here.onCall, signal));
    };
    own.open = async (namedKey, keyPart, context, label) => {
        const here = batch();
        here.row(context.table, context.record);
        here.columns.add(label);
        here.keys.add(keyIdText(keyPart.keyId));
        return here.join(() => {
            const key = ring.open(namedKey, keyPart, context, label, here.onCall);
            here.dataKeys.opened += 1;
            if (!(key instanceof Promise))
                here.cacheHits += 1;
            return key;
        });
    };
    own.rewrap = async (namedKey, keyPart, context, label) => {
        const here = batch();
        here.row(context.table, context.record);
        here.columns.add(label);
        here.keys.add(keyIdText(keyPart.keyId));
        here.dataKeys.rewrapped += 1;
        return here.join(() => ring.rewrap(namedKey, keyPart, context, label, here.onCall));
    };
    own.rewrapRow = async (row) => {
        const here = batch();
        here.keys.add(row.id);
        return here.join(() => ring.rewrapRow(row, here.onCall));
    };
    own.scheduleDeletion = async (namedKey, arn, days) => {
        const here = batch();
        here.deletes.push(arn);
        return here.join(() => ring.scheduleDeletion(namedKey, arn, days));
    };
    return own;
}
/** What was asked for at one time. */
class Batch {
    columns = new Set();
    keys = new Set();
    deletes = [];
    dataKeys = { made: 0, opened: 0, rewrapped: 0 };
    cacheHits = 0;
    #job;
    #id;
    #tables = new Set();
    #records = new Set();
    #recordsMore = 0;
    #requests = [];
    #calls = 0;
    #asked = [];
    #failed = 0;
    #failure;
    #told;
    #tell;
    constructor(job, id) {
        this.#job = job;
        this.#id = id;
        this.#told = new Promise((resolve, reject) => {
            this.#tell = (error) => (error === undefined ? resolve() : reject(error));
        });
        // Whoever waits for it gets it.
        this.#told.catch(() => undefined);
    }
    onCall = (requestId) => {
        this.#calls += 1;
        if (this.#requests.length < mostCalls)
            this.#requests.push(requestId.slice(0, mostRequestId));
    };
    row(table, record) {
        this.#tables.add(table);
        if (record === '' || this.#records.has(record))
            return;
        if (this.#records.size < this.#job.records)
            this.#records.add(record);
        else
            this.#recordsMore += 1;
    }
    /** What `work` gives, once the line is written. Rejects with auditUnwritable, and as `work`. */
    async join(work) {
        const asked = (async () => work())().then((given) => {
            if (Array.isArray(given)) {
                // The key part begins with its source and the 16 bytes of the key's id.
                for (const { keyPart } of given)
                    this.keys.add(keyIdText(keyPart.subarray(1, 17)));
                this.dataKeys.made += given.length;
            }
            return given;
        }, (error) => {
            this.#failed += 1;
            if (error instanceof PgsealError)
                this.#failure ??= error;
            throw error;
        });
        this.#asked.push(asked.catch(() => undefined));
        await this.#told;
        return asked;
    }
    /** Nothing more belongs to it. */
    end() {
        void Promise.all(this.#asked).then(() => {
            const written = this.#job.trail.append(this.#line());
            this.#tell(written ? undefined : this.#job.trail.failure());
        });
    }
    #line() {
        const { job, user } = this.#job;
        const outcome = this.#failed === 0 ? 'ok' : (this.#failure?.sqlstate ?? 'failed');
        const fields = {
            event: 'job',
            id: `${job}/${this.#id}`,
            job,
            user,
            tables: [...this.#tables],
            columns: [...this.columns],
            dataKeys: this.dataKeys,
            records: [...this.#records],
            ...(this.#recordsMore === 0 ? {} : { recordsMore: this.#recordsMore }),
            keys: [...this.keys],
            ...(this.deletes.length === 0 ? {} : { deletes: this.deletes }),
            kmsCalls: this.#calls,
            kmsRequests: this.#requests,
            cacheHits: this.cacheHits,
            outcome,
            ...(this.#failed === 0 ? {} : { failed: this.#failed }),
            ...(this.#failure === undefined ? {} : { error: this.#failure.errorName }),
        };
        return JSON.stringify(fields).slice(1, -1);
    }
}
//# sourceMappingURL=job-audit.js.map