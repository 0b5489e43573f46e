// An UPDATE of many rows among other messages: the client sees what PostgreSQL would say, message by message.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as send from '../../support/client-messages.js';
import { startTwins } from '../../twin/twins.js';
import { sameTranscript } from '../transcripts/compare.js';
let twins;
before(async () => {
    twins = await startTwins();
});
after(() => twins.stop());
const { bind, closePortal, closeStatement, describePortal, describeStatement, execute, flush, parse, query, sync } = send;
const many = 'update users set phone = $1 where id < $2';
const joined = 'update orders o set note = $1 from users u where u.id = o.user_id and o.id = $2 returning o.id, u.name, u.email, u.created, o.note, 1.50 as x';
const one = (sql, ...values) => [parse(sql), bind({ values }), execute()];
const look = query('select id, email, phone, name, score from users order by id');
const failing = parse('select pgseal_refuses_this()');
const transcripts = {
    'one of many statements of a pipeline': [
        {
            send: [
                ...one("insert into users (id, name) values (20, 'T')"),
                ...one(many, 'canary-p1', '3'),
                ...one('select id, phone from users where id < 4 order by id'),
                ...one(many, 'canary-p2', '2'),
                ...one('update users set email = $1 where id = $2', 'canary-pin@example.com', '4'),
                ...one('select id, phone, email from users order by id'),
                sync(),
            ],
        },
        { send: [look] },
    ],
    'several pipelines at once': [
        {
            send: [
                ...one(many, 'canary-a', '3'),
                sync(),
                ...one(many, 'canary-b', '2'),
                sync(),
                ...one('select id, phone from users order by id'),
                sync(),
            ],
            readies: 3,
        },
    ],
    'byte by byte': [{ send: [...one(many, 'canary-bytes', '3'), sync()], bytewise: true }, { send: [look] }],
    'described by name and by portal, run again and again': [
        { send: [parse(joined, { name: 's' }), describeStatement('s'), sync()] },
        { send: [bind({ statement: 's', values: ['canary-1', '1'] }), describePortal(), execute(), sync()] },
        ...Array.from({ length: 7 }, (_, n) => ({
            send: [bind({ statement: 's', values: [`canary-${n}`, String(n % 4)] }), execute(), sync()],
        })),
        {
            send: [
                bind({ statement: 's', values: ['canary-x', '2'], resultFormats: [1] }),
                describePortal(),
                execute(),
                sync(),
            ],
        },
        { send: [closeStatement('s'), bind({ statement: 's', values: ['canary-y', '2'] }), sync()] },
        { send: [query('select id, note from orders order by id')] },
    ],
    'a portal with a name, its statement closed, its rows asked for in parts': [
        { send: [query('begin')] },
        {
            send: [
                parse('update users set phone = $1 where id < 6 returning id, phone', { name: 's' }),
                bind({ portal: 'p', statement: 's', values: ['canary-parts'] }),
                closeStatement('s'),
                execute('p', 2),
                flush(),
            ],
            until: (message) => message.type === 'PortalSuspended',
        },
        { send: [execute('p', 2), execute('p', 10), closePortal('p'), sync()] },
        { send: [query('commit')] },
        { send: [look] },
    ],
    'Bind and Execute in pipelines of their own, in a block': [
        { send: [query('begin')] },
        { send: [parse(many), bind({ portal: 'p', values: ['canary-late', '3'] }), sync()] },
        { send: [execute('p'), sync()] },
        { send: [query('commit')] },
        { send: [look] },
    ],
    'a portal that Sync has ended': [
        { send: [parse(many), bind({ portal: 'p', values: ['canary-late', '3'] }), sync()] },
        { send: [execute('p'), sync()] },
        { send: [look] },
    ],
    'a portal that is never executed changes nothing': [
        { send: [parse(many), bind({ values: ['canary-never', '9'] }), sync()] },
        { send: [look] },
    ],
    'an error behind it takes its rows back': [
        { send: [...one(many, 'canary-back', '5'), ...one('select 1 / 0'), ...one('select 1'), sync()] },
        { send: [look] },
    ],
    'a refusal behind it takes its rows back': [
        {
            send: [...one(many, 'canary-back', '5'), ...one('select hashtext(email) from users'), sync()],
            plain: [...one(many, 'canary-back', '5'), failing, sync()],
            refused: '0A000',
        },
        { send: [look] },
    ],
    'its own errors skip to Sync': [
        { send: [...one('update users set score = $1 where id < 4', 'no number'), ...one('select 1'), sync()] },
        { send: [...one("update users set email = 'canary-same@example.com' where id < 4"), ...one('select 1'), sync()] },
        { send: [...one('update users set score = 1 where id < (select 1 / 0)'), ...one('select 1'), sync()] },
        {
            send: [
                ...one('update users set score = 1, name = (1 / (id - 2))::text where id < 4'),
                ...one('select 1'),
                sync(),
            ],
        },
        { send: [...one('update users set score = 1 where nothing < 4'), ...one('select 1'), sync()] },
        { send: [look] },
    ],
    'in a failed block': [
        { send: [query('begin')] },
        { send: [query('select 1 / 0')] },
        { send: [query("update users set phone = 'canary-failed' where id < 4")] },
        { send: [...one(many, 'canary-failed', '5'), sync()] },
        { send: [query('rollback')] },
        { send: [look] },
    ],
    'several statements of one Query': [
        {
            send: [
                query("update users set phone = 'canary-q1' where id < 4; select id, phone from users order by id; update users set phone = 'canary-q2', name = 'q' where phone = phone or id > 4"),
            ],
            plain: [
                query("update users set phone = 'canary-q1' where id < 4; select id, phone from users order by id; select pgseal_refuses_this()"),
            ],
            refused: '0A000',
        },
        {
            send: [
                query("update users set phone = 'canary-q3' where id < 4; update users set phone = 'canary-q4' where id < 3 returning id, phone; insert into items (id) values (77)"),
            ],
        },
        { send: [query("begin; update users set phone = 'canary-q5' where active; savepoint s")] },
        { send: [query("update users set phone = 'canary-q6'; select 1 / 0")] },
        { send: [query('rollback to s; commit')] },
        { send: [look] },
    ],
    'no row, by either protocol': [
        { send: [query("update users set phone = 'canary-none' where id < 0")] },
        { send: [query("update users set phone = 'canary-none' where id < 0 returning id, phone, created")] },
        { send: [...one('update users set phone = $1 where id < 0 returning *', 'canary-none'), sync()] },
    ],
};
for (const [name, steps] of Object.entries(transcripts)) {
    test(name, async () => {
        await sameTranscript(twins, steps);
    });
}
test('what is written between Bind and Execute might have changed the rows: Execute fails', async () => {
    const client = await twins.sealed.connect('app');
    const messages = await client.exchange([
        parse(many),
        bind({ portal: 'p', values: ['canary-old', '9'] }),
        ...one("insert into users (id, name) values (5555, 'new')"),
        execute('p'),
        sync(),
    ]);
    const error = messages.find((message) => message.type === 'ErrorResponse');
    assert.ok(error?.type === 'ErrorResponse' && error.fields.C === '0A000');
    assert.match(error.fields.M, /between Bind and Execute/);
    assert.deepEqual(await client.rows('select id from users where id = 5555'), []);
    await client.close();
});
//# sourceMappingURL=transcripts.test.js.map