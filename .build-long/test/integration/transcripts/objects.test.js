// Prepared statements and portals: pitfalls A40 to A49.
import { after, before, test } from 'node:test';
import * as send from '../../support/client-messages.js';
import { startTwins } from '../../twin/twins.js';
import { sameTranscript } from './compare.js';
let twins;
before(async () => {
    twins = await startTwins();
});
after(() => twins.stop());
const { bind, closePortal, closeStatement, describePortal, describeStatement, execute, parse, query, sync } = send;
const find = 'select id, email from users where email = $1';
const add = 'insert into users (email, name) values ($1, $2) returning id, email';
const ada = ['canary-ada@example.com'];
const transcripts = {
    'a named statement is bound many times, with values of either format': [
        { send: [parse(find, { name: 's' }), describeStatement('s'), sync()] },
        { send: [bind({ statement: 's', values: ada }), execute(), sync()] },
        {
            send: [
                bind({ statement: 's', values: ada, formats: [1], resultFormats: [1] }),
                describePortal(),
                execute(),
                sync(),
            ],
        },
        {
            send: [
                bind({ statement: 's', values: ada, formats: [0], resultFormats: [1, 0] }),
                describePortal(),
                execute(),
                sync(),
            ],
        },
        { send: [bind({ statement: 's', values: [null], resultFormats: [0, 1] }), execute(), sync()] },
        { send: [closeStatement('s'), sync()] },
        { send: [bind({ statement: 's', values: ada }), sync()] },
    ],
    'A42: the unnamed statement goes with the next Parse, also one that fails, and with a simple Query': [
        { send: [parse(find), sync()] },
        { send: [bind({ values: ada }), execute(), sync()] },
        { send: [parse('select nothing_such'), sync()] },
        { send: [bind({ values: ada }), execute(), sync()] },
        { send: [parse(find), sync()] },
        { send: [query('select 1')] },
        { send: [bind({ values: ada }), execute(), sync()] },
        { send: [parse(find), sync()] },
        { send: [query('select email from users where id = 1')] },
        { send: [bind({ values: ada }), execute(), sync()] },
    ],
    'A42: BEGIN, sealed statements and COMMIT through the unnamed statement, as pgbench -M extended': [
        { send: [parse('begin'), bind(), execute(), sync()] },
        { send: [parse(add), bind({ values: ['canary-a42@example.com', 'A42'] }), execute(), sync()] },
        { send: [parse('end'), bind(), execute(), sync()] },
        { send: [parse(find), bind({ values: ['canary-a42@example.com'] }), execute(), sync()] },
    ],
    'pgcat 875: two unnamed Parses in one batch are not mixed up': [
        {
            send: [
                parse(find),
                bind({ values: ada }),
                execute(),
                parse('select name from users where id = $1'),
                bind({ values: ['2'] }),
                execute(),
                parse('select score from users where score = $1'),
                bind({ values: ['867530903'] }),
                execute(),
                sync(),
            ],
        },
    ],
    'A43: a second Parse of a name fails with 42P05 and the old statement stays': [
        { send: [parse(find, { name: 'twice' }), sync()] },
        { send: [parse('select 1', { name: 'twice' }), sync()] },
        { send: [bind({ statement: 'twice', values: ada }), execute(), sync()] },
        { send: [query('begin')] },
        { send: [query('rollback')] },
        { send: [bind({ statement: 'twice', values: ada }), execute(), sync()] },
    ],
    'A43, A44: a statement parsed in a failed pipeline is there or not there as in PostgreSQL': [
        { send: [parse(find, { name: 'kept' }), parse('select nothing_such'), parse(find, { name: 'never' }), sync()] },
        { send: [bind({ statement: 'kept', values: ada }), execute(), sync()] },
        { send: [bind({ statement: 'never', values: ada }), execute(), sync()] },
    ],
    'A45, odyssey 1361: Close of what is not there completes; closing portal x leaves statement x': [
        { send: [closeStatement('nothing'), closePortal('nothing'), closeStatement(''), closePortal(''), sync()] },
        {
            send: [parse(find, { name: 'x' }), bind({ portal: 'x', statement: 'x', values: ada }), closePortal('x'), sync()],
        },
        { send: [bind({ statement: 'x', values: ada }), execute(), sync()] },
    ],
    'A46: a portal outlives its statement': [
        { send: [query('begin')] },
        { send: [parse(find, { name: 'gone' }), bind({ portal: 'p', statement: 'gone', values: ada }), sync()] },
        { send: [closeStatement('gone'), parse('select 1', { name: 'gone' }), sync()] },
        { send: [describePortal('p'), execute('p'), sync()] },
        { send: [query('commit')] },
    ],
    'A47: portals die at Sync outside a block and live inside one': [
        { send: [parse(find, { name: 's' }), bind({ portal: 'p', statement: 's', values: ada }), sync()] },
        { send: [execute('p'), sync()] },
        { send: [query('begin')] },
        { send: [bind({ portal: 'p', statement: 's', values: ada }), sync()] },
        { send: [execute('p'), sync()] },
        { send: [bind({ portal: 'q', statement: 's', values: ada }), sync()] },
        { send: [bind({ portal: 'q', statement: 's', values: ada }), sync()] },
        { send: [query('rollback')] },
        { send: [execute('q'), sync()] },
    ],
    'A48, pgdog 763: Execute in portions suspends the portal and goes on': [
        { send: [query('begin')] },
        {
            send: [
                parse('select id, email from users order by id'),
                bind({ portal: 'p' }),
                execute('p', 2),
                execute('p', 3),
                sync(),
            ],
        },
        { send: [execute('p', 2), sync()] },
        { send: [execute('p', 5), sync()] },
        { send: [execute('p'), sync()] },
        { send: [query('commit')] },
        {
            send: [
                parse('select email, id from users order by id'),
                bind({ resultFormats: [1] }),
                describePortal(),
                execute('', 1),
                execute('', 1),
                execute(),
                sync(),
            ],
        },
    ],
    'A49: what Describe says: parameters always, formats of the portal, no columns, no data': [
        { send: [parse(find), describeStatement(), bind({ values: ada, resultFormats: [1] }), describePortal(), sync()] },
        {
            send: [
                parse('select from users where email = $1'),
                describeStatement(),
                bind({ values: ada }),
                describePortal(),
                execute(),
                sync(),
            ],
        },
        {
            send: [
                parse('update users set name = $1 where email = $2'),
                describeStatement(),
                bind({ values: ['n', ...ada] }),
                describePortal(),
                execute(),
                sync(),
            ],
        },
        { send: [parse(add), describeStatement(), sync()] },
        { send: [describeStatement('nothing'), sync()] },
        { send: [describePortal('nothing'), sync()] },
    ],
    'A49, odyssey 564: Execute without Describe sends no RowDescription, however often': [
        ...Array.from({ length: 7 }, () => ({ send: [parse(find), bind({ values: ada }), execute(), sync()] })),
        { send: [parse(find, { name: 'n' }), sync()] },
        ...Array.from({ length: 7 }, () => ({ send: [bind({ statement: 'n', values: ada }), execute(), sync()] })),
    ],
    'A41: a statement whose names mean another table by now is planned again': [
        { send: [query('set search_path = other, public')] },
        { send: [parse('select id, holder from tickets order by id', { name: 't' }), describeStatement('t'), sync()] },
        { send: [bind({ statement: 't' }), execute(), sync()] },
    ],
    'A40: SQL and the protocol share their names, over plain tables': [
        { send: [query('prepare sp (int) as select label from items where id = $1')] },
        { send: [bind({ statement: 'sp', values: ['1'] }), execute(), sync()] },
        { send: [parse('select qty from items where id = $1', { name: 'gs' }), sync()] },
        { send: [query('execute gs (1)')] },
        { send: [query('deallocate gs')] },
        { send: [bind({ statement: 'gs', values: ['1'] }), sync()] },
        { send: [query('begin')] },
        { send: [parse('select id from items order by id'), bind({ portal: 'cur' }), execute('cur', 1), sync()] },
        { send: [query('fetch 2 from cur')] },
        { send: [query('close cur')] },
        { send: [execute('cur'), sync()] },
        { send: [query('rollback')] },
    ],
    'A40: DEALLOCATE of a statement over a sealed column': [
        { send: [parse(find, { name: 'd' }), sync()] },
        { send: [query('deallocate d')] },
        { send: [bind({ statement: 'd', values: ada }), execute(), sync()] },
        { send: [parse(find, { name: 'd' }), sync()] },
        { send: [query('discard all')] },
        { send: [bind({ statement: 'd', values: ada }), execute(), sync()] },
    ],
    'A73: a binary cursor over a plain table gives binary rows in the simple protocol': [
        { send: [query('begin')] },
        { send: [query('declare b binary cursor for select id, label from items order by id')] },
        { send: [query('fetch 2 from b')] },
        { send: [query('commit')] },
    ],
};
for (const [name, steps] of Object.entries(transcripts)) {
    test(name, () => sameTranscript(twins, steps));
    test(`${name} (byte by byte)`, () => sameTranscript(twins, steps.map((step) => ({ ...step, bytewise: true }))));
}
//# sourceMappingURL=objects.test.js.map