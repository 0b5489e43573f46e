// Defaults are evaluated in the very transaction of the INSERT, wherever it stands: the client's answers, what is undone and
// what is left are PostgreSQL's own (pitfalls A50, A58).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseEnvelope } from '../../../src/seal/envelope.js';
import * as send from '../../support/client-messages.js';
import { everyRecord, startTwins } from '../../twin/twins.js';
import { sameTranscript } from '../transcripts/compare.js';
let twins;
before(async () => {
    twins = await startTwins({ records: everyRecord });
});
after(() => twins?.stop());
const { bind, describePortal, describeStatement, execute, flush, parse, query, sync } = send;
const add = 'insert into users (email, name) values ($1, $2) returning id, email, name';
const one = (sql, ...values) => [parse(sql), bind({ values }), execute()];
const names = query('select id, name from users order by id');
const transcripts = {
    'three inserts of one pipeline, and what each returns': [
        {
            send: [
                ...one(add, 'canary-r1@example.com', 'R1'),
                ...one('select label from items where id = $1', '1'),
                ...one(add, 'canary-r2@example.com', 'R2'),
                ...one(add, null, 'R3'),
                sync(),
            ],
        },
        { send: [names] },
    ],
    'a named statement, bound again and again': [
        { send: [parse(add, { name: 's' }), describeStatement('s'), sync()] },
        {
            send: ['R1', 'R2', 'R3'].flatMap((name) => [
                bind({ statement: 's', values: [`canary-${name}@example.com`, name] }),
                describePortal(),
                execute(),
                sync(),
            ]),
            readies: 3,
        },
        { send: [names] },
    ],
    'A58: an error of the server later in the pipeline takes the rows back': [
        { send: [...one(add, 'canary-r1@example.com', 'R1'), ...one(add, 'canary-ada@example.com', 'R2'), sync()] },
        { send: [names] },
    ],
    'A58: an error before it keeps the default from being evaluated': [
        { send: [...one('select 1 / 0'), ...one(add, 'canary-r1@example.com', 'R1'), sync()] },
        { send: [...one(add, 'canary-r1@example.com', 'R1'), sync()] },
    ],
    'Flush in place of Sync': [
        {
            send: [...one(add, 'canary-r1@example.com', 'R1'), flush()],
            until: (message) => message.type === 'CommandComplete',
        },
        { send: [sync()] },
        { send: [names] },
    ],
    'in a block, with a savepoint': [
        { send: [query('begin')] },
        { send: [...one(add, 'canary-r1@example.com', 'R1'), sync()] },
        { send: [query('savepoint a')] },
        { send: [query(`insert into users (email, name) values ('canary-r2@example.com', 'R2') returning id, email`)] },
        { send: [query('rollback to a')] },
        { send: [query(`insert into users (email, name) values ('canary-r3@example.com', 'R3') returning id, email`)] },
        { send: [query('commit')] },
        { send: [names] },
    ],
    'in a block that has failed': [
        { send: [query('begin')] },
        { send: [query('select 1 / 0')] },
        { send: [...one(add, 'canary-r1@example.com', 'R1'), sync()] },
        { send: [query(`insert into users (email) values ('canary-r2@example.com')`)] },
        { send: [query('rollback')] },
        { send: [...one(add, 'canary-r1@example.com', 'R1'), sync()] },
    ],
    'one simple query with several inserts is one transaction': [
        {
            send: [
                query(`insert into users (email, name) values ('canary-r1@example.com', 'R1') returning id, email;
           select count(*) from items; insert into users (email, name) values ('canary-r2@example.com', 'R2'), (null, 'R3') returning id, email`),
            ],
        },
        {
            send: [
                query(`insert into users (email, name) values ('canary-r4@example.com', 'R4'); insert into users (email) values ('canary-r4@example.com')`),
            ],
        },
        { send: [names] },
    ],
    // With the extended protocol the error comes in place of BindComplete.
    'a column of the record without a default': [
        { send: [query(`insert into orders (user_email, item) values ('canary-r1@example.com', 'ink')`)] },
        { send: [query('select count(*) from orders')] },
    ],
    'byte by byte': [{ send: [...one(add, 'canary-r1@example.com', 'R1'), sync()], bytewise: true }, { send: [names] }],
};
for (const [name, steps] of Object.entries(transcripts)) {
    test(name, async () => {
        const { admin } = twins.sealed;
        // The sequences of both sides begin anew, so that the rows are the same ones.
        for (const twin of [twins.plain, twins.sealed])
            await twin.admin.rows('alter sequence users_id_seq restart with 1000');
        await sameTranscript(twins, steps);
        const rows = await admin.rows('select id, (email).c from users where email is not null');
        for (const [id, envelope] of rows) {
            const bytes = Buffer.from(envelope.slice(2), 'hex');
            assert.equal(parseEnvelope(bytes, 'users').record.toString(), `users/${id}`);
        }
    });
}
//# sourceMappingURL=pipelines.test.js.map