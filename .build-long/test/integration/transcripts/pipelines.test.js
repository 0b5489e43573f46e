// Pipelines, errors in them, and the messages around them: pitfalls A50 to A66.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as send from '../../support/client-messages.js';
import { startTwins } from '../../twin/twins.js';
import { sameTranscript } from './compare.js';
let twins;
before(async () => {
    twins = await startTwins();
});
after(() => twins.stop());
const { bind, describePortal, describeStatement, execute, flush, parse, query, sync } = send;
const find = 'select id, email from users where email = $1';
const add = 'insert into users (email, name) values ($1, $2) returning email';
const ada = ['canary-ada@example.com'];
const one = (sql, ...values) => [parse(sql), bind({ values }), execute()];
/** Fails on the plain twin where the proxy refuses. */
const failing = parse('select pgseal_refuses_this()');
const refusedSql = 'select hashtext(email) from users';
const transcripts = {
    'A56: the replies of a pipeline stay with their statements': [
        {
            send: [
                ...one(add, 'canary-p1@example.com', 'P1'),
                ...one('select label from items where id = $1', '1'),
                ...one(find, 'canary-p1@example.com'),
                ...one('update users set phone = $1 where id = $2', 'canary-p', '1'),
                ...one('select phone from users where id = 1'),
                sync(),
            ],
        },
    ],
    'A50, cipherstash 441, pgbouncer 1555: an error of the proxy does not overtake replies under way': [
        {
            send: [
                ...one('select email from users order by id'),
                parse(refusedSql),
                bind(),
                execute(),
                ...one('select 1'),
                sync(),
            ],
            plain: [...one('select email from users order by id'), failing, sync()],
            refused: '0A000',
        },
        { send: one(find, ...ada).concat(sync()) },
    ],
    'A51, A58: a refusal in a pipeline undoes what came before it, and the rest up to Sync is skipped': [
        {
            send: [
                ...one(add, 'canary-p2@example.com', 'P2'),
                parse(refusedSql),
                ...one(add, 'canary-p3@example.com', 'P3'),
                sync(),
            ],
            plain: [...one(add, 'canary-p2@example.com', 'P2'), failing, ...one(add, 'canary-p3@example.com', 'P3'), sync()],
            refused: '0A000',
        },
        { send: [query("select name from users where name in ('P2', 'P3')")] },
    ],
    'A58: an error of the server in a pipeline does the same': [
        { send: [...one(add, 'canary-p4@example.com', 'P4'), ...one(add, ...ada, 'twice'), ...one('select 1'), sync()] },
        { send: [query("select name from users where name in ('P4', 'twice')")] },
    ],
    'a value that its type refuses fails its place in a pipeline': [
        {
            send: [
                ...one(add, 'canary-p5@example.com', 'P5'),
                ...one('insert into users (score) values ($1)', 'not a number'),
                ...one('select 1'),
                sync(),
            ],
        },
        { send: [query("select name from users where name = 'P5'")] },
    ],
    'several pipelines at once, some failing': [
        {
            send: [
                ...one(add, 'canary-p6@example.com', 'P6'),
                sync(),
                ...one(add, 'canary-p6@example.com', 'again'),
                sync(),
                ...one(find, 'canary-p6@example.com'),
                sync(),
                query('select name from users where id = 2'),
                sync(),
            ],
            readies: 5,
        },
    ],
    'A51: a refusal inside a block fails it, also in a pipeline': [
        { send: [query('begin')] },
        {
            send: [...one(add, 'canary-p7@example.com', 'P7'), parse(refusedSql), ...one('select 1'), sync()],
            plain: [...one(add, 'canary-p7@example.com', 'P7'), failing, sync()],
            refused: '0A000',
        },
        { send: [...one(find, ...ada), sync()] },
        { send: [query('commit')] },
        { send: [query("select name from users where name = 'P7'")] },
    ],
    'A53, pgdog 1356: everything up to Sync is skipped, a simple Query too': [
        {
            send: [parse('select nothing_such'), query('select 1'), ...one(find, ...ada), sync(), query('select 2')],
            readies: 2,
        },
        {
            send: [parse(refusedSql), query('select 1'), ...one(find, ...ada), sync(), query('select 2')],
            plain: [failing, query('select 1'), sync(), query('select 2')],
            readies: 2,
            refused: '0A000',
        },
    ],
    'A55, pgcat 953: Flush is answered without Sync, as postgres.js and asyncpg wait for it': [
        {
            send: [parse(find, { name: 'f' }), describeStatement('f'), flush()],
            until: (message) => message.type === 'RowDescription',
        },
        {
            send: [bind({ statement: 'f', values: ada }), execute(), flush()],
            until: (message) => message.type === 'CommandComplete',
        },
        { send: [sync()] },
        { send: [parse(add), describeStatement(), flush()], until: (message) => message.type === 'RowDescription' },
        { send: [bind({ values: ['canary-f@example.com', 'F'] }), execute(), sync()] },
    ],
    'A52, pglite 958: a simple Query inside a pipeline has its own Z, and what follows it is not mixed up': [
        {
            send: [
                ...one(add, 'canary-q1@example.com', 'Q1'),
                query('select label from items where id = 1'),
                ...one(find, 'canary-q1@example.com'),
                sync(),
            ],
            readies: 2,
        },
        { send: [query("select email from users where name = 'Q1'")] },
    ],
    'A52: a simple Query on sealed columns inside a pipeline is refused and fails it': [
        {
            send: [...one(add, 'canary-q2@example.com', 'Q2'), query('select email from users where id = 1'), sync()],
            plain: [...one(add, 'canary-q2@example.com', 'Q2'), query('select pgseal_refuses_this()'), sync()],
            readies: 2,
            refused: '0A000',
        },
        { send: [query("select email from users where name = 'Q2'")] },
    ],
    'A59: more than one command in Parse, nothing in Parse, nothing in Query': [
        { send: [parse('select 1; select 2'), sync()] },
        { send: [parse(`${find.replace('$1', "'x'")}; select 2`), sync()] },
        { send: [parse(''), describeStatement(), bind(), describePortal(), execute(), sync()] },
        { send: [query('')] },
        { send: [query('-- nothing')] },
        { send: [query(';;')] },
    ],
    'A60: counts of values and formats that do not fit': [
        { send: [parse(find), bind({ values: [] }), sync()] },
        { send: [parse(find), bind({ values: ['a', 'b'] }), sync()] },
        { send: [parse(find), bind({ values: ['a'], formats: [0, 1] }), sync()] },
        { send: [parse(find), bind({ values: ['a'], resultFormats: [0, 1, 1] }), sync()] },
        { send: [...one(find, ...ada), sync()] },
    ],
    'A62: text that is not UTF-8': [
        { send: [query(Buffer.concat([Buffer.from("select '"), Buffer.from([0xff, 0xfe]), Buffer.from("' from users")]))] },
        { send: [parse(find), bind({ values: [Buffer.from([0xc3, 0x28])] }), execute(), sync()] },
        { send: [...one(find, ...ada), sync()] },
    ],
    'A63: the status is the server s': [
        { send: [query('begin')] },
        { send: [query('select email from users where id = 1')] },
        { send: [query('select 1/0')] },
        { send: [query('select email from users where id = 1')] },
        { send: [query('rollback')] },
    ],
    'A64: notices and notifications among sealed rows': [
        { send: [query('listen news')] },
        { send: [query("notify news, 'x'; select email from users where id = 1")] },
        { send: [query('drop table if exists nothing_such; select email from users where id = 1')] },
    ],
    'acra 575: a batch of inserts as JDBC sends it': [
        {
            send: [parse(add, { name: 'S_1' }), describeStatement('S_1'), flush()],
            until: (message) => message.type === 'RowDescription',
        },
        {
            send: [
                ...Array.from({ length: 50 }, (_, index) => [
                    bind({ statement: 'S_1', values: [`canary-batch-${index}@example.com`, `B${index}`] }),
                    execute('', 1),
                ]).flat(),
                sync(),
            ],
        },
        { send: [query("select count(email) from users where name like 'B%'")] },
    ],
};
for (const [name, steps] of Object.entries(transcripts)) {
    test(name, () => sameTranscript(twins, steps));
    test(`${name} (byte by byte)`, () => sameTranscript(twins, steps.map((step) => ({ ...step, bytewise: true }))));
}
test('pgcat 788: more parameters than a signed 16-bit number counts', () => {
    const count = 40_000;
    const list = (from) => Array.from({ length: count }, (_, index) => `$${index + from}`).join();
    const values = Array.from({ length: count }, (_, index) => `canary-${index}`);
    values[39_000] = 'canary-ada@example.com';
    return sameTranscript(twins, [
        { send: [...one(`select id from users where email in (${list(1)})`, ...values), sync()] },
        { send: [...one(`select count(*) from items where label in (${list(1)})`, ...values), sync()] },
    ]);
});
test('A61, A65: a length or type that no client sends ends the connection with 08P01', async () => {
    for (const bytes of [Buffer.from('Q\x00\x00\x00\x01', 'latin1'), Buffer.from('y\x00\x00\x00\x04', 'latin1')]) {
        const client = await twins.sealed.connect('app');
        client.send(bytes);
        const said = await client.receive();
        if (said !== undefined) {
            assert.ok(said.type === 'ErrorResponse' && said.fields.C === '08P01' && said.fields.V === 'FATAL');
            assert.equal(await client.receive(), undefined);
        }
        assert.equal(client.ended, true);
    }
});
test('A66: FunctionCall reaches large objects alone', async () => {
    const client = await twins.sealed.connect('app');
    // lo_creat(-1): the large object's OID.
    const made = await client.exchange([send.functionCall(957, [Buffer.from([255, 255, 255, 255])])]);
    assert.equal(made[0]?.type, 'FunctionCallResponse');
    // lower(text)
    const refused = await client.exchange([send.functionCall(870, [Buffer.from('canary')])]);
    assert.ok(refused[0]?.type === 'ErrorResponse' && refused[0].fields.C === '0A000');
    assert.equal((await client.query('select 1')).status, 'I');
    await client.close();
});
//# sourceMappingURL=pipelines.test.js.map