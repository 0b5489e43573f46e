// What the statements of one connection did with sealed columns: counted where it happens, written as one line at the end.
import { PgsealError } from '../../errors.js';
/** Ids of requests listed in a line at most: the others are counted. */
const mostCalls = 100;
/** PostgreSQL's insufficient_privilege. */
const notPermitted = '42501';
/** PostgreSQL cuts names to 63 bytes; ids of requests are as long as services like. */
const mostName = 64;
const mostRequestId = 128;
export class ConnectionAudit {
    options;
    client;
    #unfinished = new Set();
    /** What the client says it is. */
    application = '';
    #count = 0;
    /** The error that the line told last has. */
    #told;
    #who = '';
    constructor(options, client) {
        this.options = options;
        this.client = client;
        this.setApplication(client.application);
    }
    /** As the server reports it. */
    setApplication(application) {
        const { connection, user, address } = this.client;
        this.application = application.slice(0, mostName);
        const name = JSON.stringify(this.application);
        this.#who = `"connection":${connection},"user":${JSON.stringify(user)},"application":${name},"client":${JSON.stringify(address)}`;
    }
    /** `"connection":...`: the members of a line that say who. */
    who() {
        return this.#who;
    }
    /**
     * Before anything of the statement is sealed or sent. Throws auditUnwritable when its line could not be written either,
     * and openingLimited while a brake is on.
     */
    begin(plan) {
        const { trail, alerts } = this.options;
        trail?.check();
        this.#count += 1;
        const statement = new StatementAudit(this, plan, this.#count);
        try {
            alerts?.check(this, plan.opens);
        }
        catch (error) {
            if (error instanceof PgsealError)
                statement.finish(error.sqlstate, error);
            throw error;
        }
        this.#unfinished.add(statement);
        return statement;
    }
    forget(statement, error) {
        this.#unfinished.delete(statement);
        this.#told = error;
    }
    /** A statement was refused before it could begin. Those that a user may not do are told; the log has the others. */
    refused(error) {
        if (error.sqlstate !== notPermitted || error === this.#told)
            return;
        const said = JSON.stringify({ outcome: error.sqlstate, error: error.errorName, message: error.message });
        this.options.trail?.append(`"event":"refused",${this.#who},${said.slice(1, -1)}`);
    }
    /** Nothing is under way: what was bound will not be executed any more. */
    finishBound() {
        for (const statement of [...this.#unfinished])
            if (statement.bound)
                statement.finish('not executed');
    }
    /** Lines of what was begun and will not be gone on with. */
    finishAll(outcome) {
        for (const statement of [...this.#unfinished])
            statement.finish(outcome);
    }
}
/** Values of one column opened in one execution, and the meter of the user's that they count for. */
export class OpenCounter {
    opened = 0;
    #meter;
    constructor(meter) {
        this.#meter = meter;
    }
    /** One more value. Throws openingLimited when that is more than the user may open. */
    add() {
        this.#meter?.add();
        this.opened += 1;
    }
}
/** One execution of a plan that seals, opens or searches. */
export class StatementAudit {
    cacheHits = 0;
    /** Values opened whose record could not be held against their row (verify: when-known). */
    unchecked = 0;
    /** Sent to the server. */
    bound = false;
    #of;
    #plan;
    #id;
    #sealed = new Map();
    #opened = new Map();
    #records = new Set();
    #recordsMore = 0;
    #keys = new Set();
    #lastKey;
    #requests = [];
    #calls = 0;
    #begun = false;
    #executing = false;
    #finished = false;
    constructor(of, plan, id) {
        this.#of = of;
        this.#plan = plan;
        this.#id = id;
    }
    /** Told the id of each request to a key service. */
    onCall = (requestId) => {
        this.#calls += 1;
        if (this.#requests.length < mostCalls)
            this.#requests.push(requestId.slice(0, mostRequestId));
    };
    /** `count` values were sealed for the column. */
    sealed(label, count) {
        this.#sealed.set(label, (this.#sealed.get(label) ?? 0) + count);
    }
    /** Counts the values opened of a column. */
    counter(label) {
        let counter = this.#opened.get(label);
        if (counter === undefined) {
            counter = new OpenCounter(this.#of.options.alerts?.meter(this.#of, label));
            this.#opened.set(label, counter);
        }
        return counter;
    }
    /** A row of which something is sealed or opened; '' has no template and is not listed. */
    record(record) {
        if (record === '' || this.#records.has(record))
            return;
        if (this.#records.size < this.#of.options.records)
            this.#records.add(record);
        else
            this.#recordsMore += 1;
    }
    /** Before a data key of this record is asked for. Throws canaryOpened when nobody should read it. */
    opening(record, label) {
        this.record(record);
        this.#of.options.alerts?.opening(this.#of, record, label);
    }
    /** A key of pgseal.keys, by its 16 bytes. */
    key(id) {
        if (this.#lastKey?.equals(id) === true)
            return;
        this.#lastKey = Buffer.from(id);
        this.#keys.add(uuid(id));
    }
    /**
     * Rows are about to be given to the client before the end of the statement is known: says so in a line of its own first.
     * The error to give instead when that line could not be written.
     */
    release() {
        if (this.#begun || this.#finished)
            return undefined;
        this.#begun = true;
        return this.#write('begun', undefined);
    }
    /**
     * The execution is over. `outcome`: ok, suspended (more rows are to be had), an SQLSTATE, or why nothing came of it; with
     * `error` where it is one of ours. The error to give instead when the line could not be written. Once is enough.
     */
    finish(outcome, error) {
        if (this.#finished)
            return undefined;
        this.#finished = true;
        this.#of.forget(this, error);
        if (error !== undefined)
            this.#of.options.alerts?.failed(this.#of, error);
        return this.#write(outcome, error);
    }
    /** What an Execute is to be told to: this, or another where this one is taken: a portal is executed again. Throws as begin. */
    execution() {
        if (!this.#executing && !this.#finished) {
            this.#executing = true;
            return this;
        }
        const again = this.#of.begin(this.#plan);
        again.bound = true;
        again.#executing = true;
        return again;
    }
    #write(outcome, error) {
        const { trail } = this.#of.options;
        if (trail === undefined || trail.append(this.#line(outcome, error)))
            return undefined;
        return trail.failure();
    }
    #line(outcome, error) {
        const { connection } = this.#of.client;
        const opened = [...this.#opened].map(([label, { opened: count }]) => [label, count]);
        const more = this.#recordsMore === 0 ? '' : `,"recordsMore":${this.#recordsMore}`;
        const unchecked = this.unchecked === 0 ? '' : `,"unchecked":${this.unchecked}`;
        const named = error === undefined ? '' : `,"error":"${error.errorName}"`;
        return (`"event":"statement","id":"${connection}/${this.#id}",${this.#of.who()},${planJson(this.#plan)}` +
            `,"sealed":${counts(this.#sealed)},"opened":${counts(opened)}${unchecked}` +
            `,"records":${JSON.stringify([...this.#records])}${more},"keys":${JSON.stringify([...this.#keys])}` +
            `,"kmsCalls":${this.#calls},"kmsRequests":${JSON.stringify(this.#requests)},"cacheHits":${this.cacheHits}` +
            `,"outcome":${JSON.stringify(outcome)}${named}`);
    }
}
const planTexts = new WeakMap();
function planJson(plan) {
    const known = planTexts.get(plan);
    if (known !== undefined)
        return known;
    const { statement, fingerprint, tables, seals, searches, opens } = plan;
    const columns = { seals, searches, opens };
    const text = JSON.stringify({ statement, fingerprint, tables, columns }).slice(1, -1);
    planTexts.set(plan, text);
    return text;
}
function counts(of) {
    return JSON.stringify(Object.fromEntries(of));
}
function uuid(id) {
    const hex = id.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
//# sourceMappingURL=statement-audit.js.map