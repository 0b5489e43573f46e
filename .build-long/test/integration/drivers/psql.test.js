import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { startTwins } from '../../twin/twins.js';
const installed = spawnSync('psql', ['--version']).status === 0;
let twins;
before(async () => {
    if (installed)
        twins = await startTwins();
});
after(() => twins?.stop());
function psql(url, script, ...options) {
    const result = spawnSync('psql', ['--no-psqlrc', '--quiet', '-v', 'VERBOSITY=sqlstate', ...options, url], {
        input: script,
        encoding: 'utf8',
        env: { ...process.env, PGOPTIONS: '', LC_ALL: 'C.UTF-8' },
    });
    return `${result.stdout}${result.stderr}`;
}
/** The same script on both sides; what is written must be the same. */
async function same(script, ...options) {
    const plain = psql(twins.plain.database.url, script, ...options);
    const sealed = psql(twins.proxy.url(), script, ...options);
    assert.equal(sealed, plain);
    await Promise.all([twins.plain.reset(), twins.sealed.reset()]);
    return sealed;
}
const skip = installed ? false : 'psql is not installed';
test('psql: CRUD with sealed columns', { skip }, async () => {
    const output = await same(`
    insert into users (email, name, phone, birthday) values ('canary-psql@example.com', 'Psql', 'canary-1', '2000-02-29') returning id, email;
    select email, phone, birthday from users where email = 'canary-psql@example.com';
    update users set phone = 'canary-2' where email = 'canary-psql@example.com' returning phone;
    delete from users where email = 'canary-psql@example.com' returning email, phone;
    select * from users order by id;
    insert into users (email) values ('canary-ada@example.com');
    select * from kinds order by id;
  `);
    assert.match(output, /canary-psql@example\.com/);
    assert.match(output, /23505/);
});
test('psql: formats, variables, \\gdesc, \\gset, \\copy of a plain table', { skip }, async () => {
    await same(`
    \\set mail '''canary-ada@example.com'''
    \\pset format csv
    select id, email from users where email = :mail;
    \\x
    select email, notes from users order by id limit 2 \\g
    \\x
    select email, birthday, score from users \\gdesc
    select id, email from users where id = 1 \\gset got_
    \\echo :got_email
    \\copy items to stdout
    begin;
    savepoint s;
    insert into users (email) values ('canary-ada@example.com');
    rollback to s;
    select count(email) from users;
    commit;
  `);
});
test('psql: single transaction, stop at the first error, rows fetched two at a time', { skip }, async () => {
    const script = "insert into users (email, name) values ('canary-one@example.com', 'One'); select 1/0; select 2;";
    await same(script, '--single-transaction', '-v', 'ON_ERROR_STOP=1');
    await same(`select name from users where name = 'One'`);
    await same('\\set FETCH_COUNT 2\nselect email from users order by id;');
});
test('psql: refusals name the column, and the session goes on', { skip }, () => {
    const said = psql(twins.proxy.url(), 'select hashtext(email) from users;\nselect 7 as seven;', '-v', 'VERBOSITY=default');
    assert.match(said, /ERROR: {2}cannot use sealed column "public\.users\.email" in hashtext\(\)/);
    assert.match(said, /HINT: /);
    assert.match(said, /seven/);
});
//# sourceMappingURL=psql.test.js.map