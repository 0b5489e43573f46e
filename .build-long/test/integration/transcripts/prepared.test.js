// SQL's PREPARE, EXECUTE, DECLARE and FETCH beside the protocol's statements and portals: one namespace (pitfalls A40, C54).
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
const ada = ['canary-ada@example.com'];
const one = (sql, ...values) => [parse(sql), bind({ values }), execute()];
const failing = parse('select pgseal_refuses_this()');
const transcripts = {
    'A40: what SQL prepares is bound by the protocol': [
        { send: [query(`prepare p (text) as ${find}`)] },
        { send: [describeStatement('p'), bind({ statement: 'p', values: ada }), describePortal(), execute(), sync()] },
        { send: [bind({ statement: 'p', values: ada, resultFormats: [1] }), execute(), sync()] },
        { send: [closeStatement('p'), sync()] },
        { send: [query("execute p('x')")] },
        { send: [bind({ statement: 'p', values: ada }), sync()] },
    ],
    'A40: what the protocol prepares is executed by SQL': [
        { send: [parse(find, { name: 's' }), sync()] },
        { send: [query(`execute s('${ada[0]}')`)] },
        { send: [...one(`execute s('${ada[0]}')`), sync()] },
        { send: [query('prepare s as select phone from users')] },
        { send: [query('deallocate s'), bind({ statement: 's', values: ada }), sync()], readies: 2 },
        { send: [query("execute s('x')")] },
    ],
    'A40, A50: all of it in one pipeline': [
        {
            send: [
                ...one(`prepare p as ${find}`),
                ...one(`execute p('${ada[0]}')`),
                bind({ statement: 'p', values: ada }),
                execute(),
                ...one('deallocate p'),
                sync(),
            ],
        },
        {
            send: [query(`prepare p as ${find}; execute p('${ada[0]}'); deallocate p; select email from users where id = 1`)],
        },
        { send: [query(`begin; prepare p as ${find}; rollback; execute p('${ada[0]}'); deallocate p`)] },
    ],
    'A43: a duplicate leaves the old statement': [
        { send: [query(`prepare p (text) as ${find}`)] },
        { send: [query('prepare p as select id, phone from users where id = 1')] },
        { send: [parse('select id, birthday from users', { name: 'p' }), sync()] },
        { send: [query(`execute p('${ada[0]}')`)] },
        { send: [query('discard all'), query('execute p(1)')], readies: 2 },
    ],
    'A42: a simple PREPARE takes the unnamed statement with it': [
        { send: [parse(find), sync()] },
        { send: [query(`prepare p as ${find}`)] },
        { send: [bind({ values: ada }), sync()] },
    ],
    'A40: EXECUTE as a named statement of its own': [
        { send: [query(`prepare p (text) as ${find}`)] },
        { send: [parse(`execute p('${ada[0]}')`, { name: 'e' }), describeStatement('e'), sync()] },
        { send: [bind({ statement: 'e' }), describePortal(), execute(), sync()] },
        { send: [bind({ statement: 'e', resultFormats: [1] }), execute(), sync()] },
    ],
    'A40, C54: FETCH of cursors and of portals, the same statement over different cursors': [
        { send: [query('begin')] },
        { send: [query('declare c scroll cursor for select id, email from users order by id')] },
        { send: [parse('fetch 2 from c', { name: 'f' }), describeStatement('f'), sync()] },
        { send: [bind({ statement: 'f' }), describePortal(), execute(), sync()] },
        { send: [bind({ statement: 'f', resultFormats: [1] }), execute(), sync()] },
        { send: [bind({ statement: 'f', resultFormats: [0, 1] }), execute('', 1), execute('', 1), sync()] },
        { send: [query('close c')] },
        { send: [query('declare c cursor for select birthday, phone, id from users order by id')] },
        { send: [bind({ statement: 'f' }), describePortal(), execute(), sync()] },
        { send: [closePortal('c'), sync()] },
        { send: [query('declare c cursor for select id, name from users order by id')] },
        { send: [bind({ statement: 'f' }), describePortal(), execute(), sync()] },
        { send: [query('rollback')] },
        { send: [query('begin')] },
        { send: [parse('select id, email from users order by id'), bind({ portal: 'o' }), execute('o', 2), sync()] },
        { send: [query('fetch 2 from o')] },
        { send: [query('move 1 in o')] },
        { send: [execute('o', 1), sync()] },
        { send: [query('close o')] },
        { send: [execute('o', 1), sync()] },
        { send: [query('rollback')] },
    ],
    'A40: Execute of a cursor that DECLARE made is refused by name': [
        { send: [query('begin')] },
        { send: [query('declare c cursor for select id, email from users order by id')] },
        { send: [execute('c', 1), sync()], plain: [failing, sync()], refused: '0A000' },
        { send: [query('rollback')] },
    ],
    'A50: cursors in one pipeline': [
        {
            send: [
                ...one('begin'),
                ...one('declare c cursor for select id, email from users where email = $1', ...ada),
                ...one('fetch all from c'),
                ...one('close c'),
                ...one('commit'),
                sync(),
            ],
        },
    ],
};
for (const [name, steps] of Object.entries(transcripts))
    test(name, () => sameTranscript(twins, steps));
//# sourceMappingURL=prepared.test.js.map