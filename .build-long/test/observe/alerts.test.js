import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PgsealError } from '../../src/errors.js';
import { Alerts } from '../../src/observe/alerts.js';
import { ConnectionAudit } from '../../src/observe/audit/statement-audit.js';
const email = 'public.users.email';
const phone = 'public.users.phone';
const plan = {
    statement: 'SelectStmt',
    fingerprint: '0123456789abcdef',
    tables: ['public.users'],
    seals: [],
    searches: [],
    opens: [email, phone],
};
class Place {
    events = [];
    sent = [];
    alerts;
    now = 0;
    constructor(t, rules) {
        this.alerts = new Alerts({ opened: [], failures: undefined, firstSeen: undefined, canaries: undefined, ...rules }, { log: (event) => this.events.push(event), send: (json) => this.sent.push(json), trail: undefined }, () => this.now);
        t.after(() => this.alerts.close());
    }
    connect(user, connection = 1) {
        const options = { trail: undefined, alerts: this.alerts, records: 0 };
        return new ConnectionAudit(options, { connection, user, application: 'psql', address: '10.0.0.1' });
    }
    minute() {
        this.now += 60_000;
        this.alerts.tick();
    }
}
function open(statement, label, count) {
    const counter = statement.counter(label);
    for (let value = 0; value < count; value += 1)
        counter.add();
}
const limited = { errorName: 'openingLimited', sqlstate: '53400' };
test('values opened: one alert a minute for a user and column, over all connections of the user', (t) => {
    const place = new Place(t, { opened: [{ perMinute: 10, users: [], columns: [], action: 'alert' }] });
    const [one, two] = [place.connect('app', 1), place.connect('app', 2)];
    open(one.begin(plan), email, 6);
    open(two.begin(plan), email, 4);
    open(place.connect('other').begin(plan), email, 10);
    open(one.begin(plan), phone, 10);
    assert.deepEqual(place.events, []);
    open(two.begin(plan), email, 100);
    assert.deepEqual(place.events, [
        {
            kind: 'opened',
            action: 'alert',
            user: 'app',
            connection: 2,
            application: 'psql',
            client: '10.0.0.1',
            column: email,
            perMinute: 10,
            count: 1,
        },
    ]);
    place.minute();
    open(one.begin(plan), email, 11);
    assert.equal(place.events.length, 2);
    assert.equal(place.alerts.counts.opened, 2);
});
test('a brake ends the statement at the value that is too many, and holds for that user until the minute is over', (t) => {
    const rules = [
        { perMinute: 5, users: [], columns: [], action: 'alert' },
        { perMinute: 8, users: ['app'], columns: [email], action: 'refuse' },
    ];
    const place = new Place(t, { opened: rules });
    const app = place.connect('app');
    const statement = app.begin(plan);
    const counter = statement.counter(email);
    for (let value = 0; value < 8; value += 1)
        counter.add();
    assert.throws(() => counter.add(), limited);
    assert.equal(counter.opened, 8);
    assert.throws(() => counter.add(), limited);
    assert.throws(() => place.connect('app', 9).begin(plan), limited);
    app.begin({ ...plan, opens: [phone] });
    place.connect('other').begin(plan);
    assert.deepEqual(place.events.map(({ perMinute, action }) => [perMinute, action]), [
        [5, 'alert'],
        [8, 'refuse'],
    ]);
    place.minute();
    open(app.begin(plan), email, 8);
});
test('a statement that lasts past its minute counts in the next one', (t) => {
    const place = new Place(t, { opened: [{ perMinute: 10, users: [], columns: [], action: 'refuse' }] });
    const statement = place.connect('app').begin(plan);
    open(statement, email, 10);
    place.minute();
    open(statement, email, 10);
    assert.throws(() => open(statement, email, 1), limited);
});
test('failures to open: from the nth of a minute on', (t) => {
    const place = new Place(t, { failures: { perMinute: 2, action: 'refuse' } });
    const app = place.connect('app');
    const fail = (error) => void app.begin(plan).finish(error.sqlstate, error);
    fail(new PgsealError('openFailed', { column: email }));
    fail(new PgsealError('keyServiceDenied', { key: 'default' }));
    assert.equal(place.events.length, 0, 'a key service that refuses is no sign of forgery');
    fail(new PgsealError('openFailed', { column: email }));
    assert.equal(place.events[0]?.kind, 'failures');
    assert.throws(() => app.begin(plan), limited);
    app.begin({ ...plan, opens: [] });
    place.minute();
    app.begin(plan);
});
test('first seen: users that are not known, once since the start', (t) => {
    const place = new Place(t, { firstSeen: { known: ['app'], action: 'alert' } });
    place.connect('app').begin(plan);
    for (let time = 0; time < 3; time += 1)
        place.connect('mallory').begin(plan);
    assert.deepEqual(place.events.map(({ kind, user }) => [kind, user]), [['first-seen', 'mallory']]);
    const silent = new Place(t, {});
    silent.connect('mallory').begin(plan);
    assert.deepEqual(silent.events, []);
});
test('first seen as a brake: users that are not known are refused each time, and told once', (t) => {
    const place = new Place(t, { firstSeen: { known: ['app'], action: 'refuse' } });
    place.connect('app').begin(plan);
    const mallory = place.connect('mallory');
    for (const opens of [[email], []]) {
        assert.throws(() => mallory.begin({ ...plan, opens }), { errorName: 'userNotKnown', sqlstate: '42501' });
    }
    assert.throws(() => place.connect('mallory', 2).begin(plan), { errorName: 'userNotKnown' });
    assert.deepEqual(place.events.map(({ kind, action, user, count }) => [kind, action, user, count]), [['first-seen', 'refuse', 'mallory', 1]]);
});
test('canaries: told, and refused before their data key is asked for', (t) => {
    const place = new Place(t, { canaries: { records: ['users/0'], action: 'refuse' } });
    const statement = place.connect('app').begin(plan);
    statement.opening('users/1', email);
    assert.throws(() => statement.opening('users/0', email), { errorName: 'canaryOpened', sqlstate: '42501' });
    assert.deepEqual(place.events.map(({ kind, record, column }) => [kind, record, column]), [['canary', 'users/0', email]]);
    assert.match(place.sent[0], /^\{"type":"pgseal-alert","time":"[^"]+","kind":"canary",.*"record":"users\/0"/);
    const told = new Place(t, { canaries: { records: ['users/0'], action: 'alert' } });
    told.connect('app').begin(plan).opening('users/0', email);
    assert.equal(told.alerts.counts.canary, 1);
});
//# sourceMappingURL=alerts.test.js.map