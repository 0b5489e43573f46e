// Alerts on what is opened: too many values, by whom nobody knows, failures, and records that nobody should read. Each is
// an event of the log, a count, a line of the audit trail and a call of a webhook; some are brakes.
import { PgsealError } from '../errors.js';
export const alertKinds = ['opened', 'failures', 'first-seen', 'canary'];
const windowMs = 60_000;
const tickMs = 1_000;
/** Users remembered at most. */
const mostSeen = 100_000;
export class Alerts {
    /** Alerts since the start, by kind. */
    counts;
    #rules;
    #outlets;
    #now;
    #meters = new Map();
    #failing = new Map();
    #known;
    #seen = new Set();
    #canaries;
    #timer;
    constructor(rules, outlets, now = () => performance.now(), counts = { opened: 0, failures: 0, 'first-seen': 0, canary: 0 }) {
        this.counts = counts;
        this.#rules = rules;
        this.#outlets = outlets;
        this.#now = now;
        this.#known = new Set(rules.firstSeen?.known ?? []);
        this.#canaries = new Set(rules.canaries?.records ?? []);
        this.#timer = setInterval(() => this.tick(), tickMs);
        this.#timer.unref();
    }
    /** Before a statement that opens these columns. Throws openingLimited while a brake is on, and userNotKnown. */
    check(of, labels) {
        const { user } = of.client;
        const { firstSeen } = this.#rules;
        if (firstSeen !== undefined && !this.#known.has(user)) {
            if (!this.#seen.has(user)) {
                if (this.#seen.size < mostSeen)
                    this.#seen.add(user);
                this.#raise('first-seen', firstSeen.action, of, {});
            }
            // Seen is not known: that the user comes again changes nothing.
            if (firstSeen.action === 'refuse')
                throw new PgsealError('userNotKnown', { user });
        }
        if (labels.length === 0)
            return;
        this.#failing.get(user)?.check();
        for (const label of labels)
            this.#meters.get(meterName(user, label))?.check();
    }
    /** The meter of a user and column; undefined where no rule looks at them. */
    meter(of, label) {
        const { user } = of.client;
        const name = meterName(user, label);
        const known = this.#meters.get(name);
        if (known !== undefined) {
            known.by = of;
            return known;
        }
        const rules = this.#rules.opened.filter(({ users, columns }) => named(users, user) && named(columns, label));
        if (rules.length === 0)
            return undefined;
        const meter = new OpenMeter(rules, this.#now(), user, (rule, by) => this.#raise('opened', rule.action, by, { column: label, perMinute: rule.perMinute }));
        meter.by = of;
        this.#meters.set(name, meter);
        return meter;
    }
    /** A value of this record is about to be opened. Throws canaryOpened. */
    opening(of, record, label) {
        if (this.#canaries.size === 0 || !this.#canaries.has(record))
            return;
        const { action } = this.#rules.canaries;
        this.#raise('canary', action, of, { column: label, record });
        if (action === 'refuse')
            throw new PgsealError('canaryOpened', { column: label });
    }
    /** A statement ended with an error of ours. */
    failed(of, error) {
        const rule = this.#rules.failures;
        if (rule === undefined || error.sqlstate !== openFailure)
            return;
        const { user } = of.client;
        let meter = this.#failing.get(user);
        if (meter === undefined) {
            // The count that a rule names is the first that is too many here: one failure can be one too many.
            const fromNth = { ...rule, perMinute: rule.perMinute - 1 };
            meter = new OpenMeter([fromNth], this.#now(), user, (_, by) => this.#raise('failures', rule.action, by, { perMinute: rule.perMinute }));
            this.#failing.set(user, meter);
        }
        meter.by = of;
        meter.count1();
    }
    /** Ends windows that have passed. */
    tick() {
        const now = this.#now();
        for (const meters of [this.#meters, this.#failing]) {
            for (const meter of meters.values())
                if (now - meter.since >= windowMs)
                    meter.restart(now);
        }
    }
    close() {
        clearInterval(this.#timer);
    }
    #raise(kind, action, of, more) {
        this.counts[kind] += 1;
        const { user, connection, address } = of.client;
        const client = { user, connection, application: of.application, client: address };
        const event = { kind, action, ...client, ...more, count: this.counts[kind] };
        this.#outlets.log(event);
        const json = JSON.stringify(event);
        this.#outlets.trail?.append(`"event":"alert",${json.slice(1, -1)}`);
        this.#outlets.send?.(`{"type":"pgseal-alert","time":"${new Date().toISOString()}",${json.slice(1)}`);
    }
}
/** What cannot be opened, as clients see it. */
const openFailure = 'XX001';
/** Counts what one user opens of one column within a minute. Shared by the user's connections. */
export class OpenMeter {
    /** Whose statement counts at present: for the alert. */
    by;
    since;
    #rules;
    #user;
    #raise;
    #count = 0;
    #next = 0;
    #braked = false;
    constructor(rules, now, user, raise) {
        this.#rules = [...rules].sort((a, b) => a.perMinute - b.perMinute);
        this.since = now;
        this.#user = user;
        this.#raise = raise;
    }
    /** Throws openingLimited once a rule that refuses was broken. */
    check() {
        if (this.#braked)
            throw new PgsealError('openingLimited', { user: this.#user });
    }
    /** One more. Throws openingLimited when that breaks a rule that refuses, or one is broken. */
    add() {
        this.count1();
        if (this.#braked)
            throw new PgsealError('openingLimited', { user: this.#user });
    }
    /** One more, without a brake. */
    count1() {
        this.#count += 1;
        while (this.#next < this.#rules.length && this.#count > this.#rules[this.#next].perMinute) {
            const rule = this.#rules[this.#next];
            this.#next += 1;
            if (rule.action === 'refuse')
                this.#braked = true;
            if (this.by !== undefined)
                this.#raise(rule, this.by);
        }
    }
    /** A new window. */
    restart(now) {
        this.since = now;
        this.#count = 0;
        this.#next = 0;
        this.#braked = false;
    }
}
function named(list, name) {
    return list.length === 0 || list.includes(name);
}
function meterName(user, label) {
    return `${user}\0${label}`;
}
//# sourceMappingURL=alerts.js.map