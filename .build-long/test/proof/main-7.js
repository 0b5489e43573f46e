// What a client may not write or name: refused by the database when it goes there directly, by the proxy when it does not.
import { copyData, copyDone, query } from '../support/client-messages.js';
import { outcomeOf, WireClient } from '../support/wire-client.js';
import { startTwins } from '../twin/twins.js';
const envelopeShaped = `\\x01${'00'.repeat(60)}`;
const term = `\\x${'00'.repeat(16)}`;
const direct = [
    ['plaintext', "insert into users (email) values ('canary plain')"],
    ['plaintext of an UPDATE', "update users set email = 'canary plain' where id = 1"],
    ['plaintext with a cast', "insert into users (email) values ('canary plain'::text)"],
    ['record-shaped plaintext', `insert into users (email) values ('(1,canary,canary)')`],
    [
        'record-shaped plaintext, bytea',
        `insert into users (email) values ('(1,"\\\\x63616e617279","${term.replace('\\', '\\\\')}")')`,
    ],
    ['a row of plaintext', `update users set email = row('1', 'canary'::bytea, '${term}')::pgseal.text_eq where id = 1`],
    [
        'a row without version',
        `update users set email = row(null, '${envelopeShaped}', '${term}')::pgseal.text_eq where id = 1`,
    ],
    ['a row without term', `update users set email = row('1', '${envelopeShaped}', null)::pgseal.text_eq where id = 1`],
    ['set email.c = plaintext', "update users set email.c = 'canary plain' where id = 1"],
    [
        'set email.c = plaintext of the length of an envelope',
        `update users set email.c = '${'canary'.repeat(10)}' where id = 1`,
    ],
    ['set email.c on a NULL', `update users set email.c = '${envelopeShaped}' where id = 4`],
    ['set email.c to NULL', 'update users set email.c = null where id = 1'],
    ['set email.eq = plaintext', "update users set email.eq = 'canary' where id = 1"],
    ['set email.v', "update users set email.v = '2' where id = 1"],
    ['name = email', 'update users set name = email where id = 1'],
    ['item = note', 'update orders set item = note where id = 1'],
    ['plaintext of another table', 'insert into users (email) select label from items'],
    ['another version', "update users set email = row('2', (email).c, (email).eq)::pgseal.text_eq where id = 1"],
    ['email::text', 'select email::text from users'],
    ['email || text', "select email || '' from users"],
    ['email = email', 'select count(*) from users where email = email'],
    ['email = plaintext', "select id from users where email = 'canary'"],
    ['ORDER BY email', 'select id from users order by email'],
    ['DISTINCT email', 'select distinct email from users'],
    ['sealed into a plain table', 'insert into items (id, label) select 70, email from users where id = 1'],
];
const proxied = [
    ['a table of pgseal', 'select * from pgseal.keys'],
    ['a table of pgseal, written', 'delete from pgseal.columns'],
    ['a table of pgseal by search_path', 'select * from keys', 'set search_path = pgseal, public'],
    ['pgseal as a column qualifier', 'select pgseal.columns.label from users'],
    ['a function of pgseal', 'select pgseal.refuse(email) from users'],
    ['a cast to a pgseal type', "select '(1,x,y)'::pgseal.text_eq"],
    ['an array of a pgseal type', "select '{}'::pgseal.text_eq[]"],
    ['a cast of a parameter to a pgseal type', 'insert into users (email) values ($1::pgseal.text_eq)'],
    ['a pgseal type by search_path', "select '(1,x,y)'::text_eq", 'set search_path = pgseal, public'],
    ['a table with a pgseal type', 'create table stolen (a pgseal.text_eq)'],
    ['a column with a pgseal type', 'alter table items add column a pgseal.text_eq'],
    ['a table like a mapped one', 'create table stolen (like users)'],
    ['a domain of pgseal', "select 'x'::pgseal.envelope"],
    ['(email).c', 'select (email).c from users'],
    ['(u.email).c', 'select (u.email).c from users u'],
    ['(email).*', 'select (email).* from users'],
    ['(email).eq in WHERE', `select id from users where (email).eq = '${term}'`],
    ['(email).eq in ORDER BY', 'select id from users order by (email).eq'],
    ['c(email)', 'select c(email) from users'],
    ['(email).c in a subquery', 'select x from (select (email).c as x from users) s'],
    ['(email).c in RETURNING', "update users set name = 'x' where id = 1 returning (email).c"],
    ['set email.c', `update users set email.c = '${envelopeShaped}' where id = 1`],
    ['insert (email.c)', `insert into users (email.c) values ('${envelopeShaped}')`],
    ['a value built by ROW()', `update users set email = row('1', '${envelopeShaped}', '${term}') where id = 1`],
    ['a value built by (..)', `insert into users (email) values (('1', '${envelopeShaped}', '${term}'))`],
    [
        'a value built by CAST',
        `update users set email = cast(row('1', '${envelopeShaped}', '${term}') as pgseal.text_eq) where id = 1`,
    ],
    [
        'a value built in a subquery',
        `update users set email = (select row('1', '${envelopeShaped}', '${term}')) where id = 1`,
    ],
    [
        'a pgseal type in a function',
        'create function steal(pgseal.text_eq) returns text language sql as $$ select null $$',
    ],
];
export const prove = async (print) => {
    const twins = await startTwins();
    const wrong = [];
    const codes = new Map();
    try {
        const { admin, database } = twins.sealed;
        const fingerprint = async () => JSON.stringify(await admin.rows("select string_agg(u::text, '|' order by id), (select string_agg(o::text, '|' order by id) from orders o), (select count(*) from items) from users u"));
        const before = await fingerprint();
        for (const role of ['postgres', 'app']) {
            const url = new URL(database.url);
            if (twins.sealed.server.dataDir !== undefined)
                url.username = role;
            const client = await WireClient.connectUrl(url.href);
            for (const [name, sql] of direct)
                await refused(client, `direct, ${role}: ${name}`, sql);
            const copied = outcomeOf(await client.exchange([query('copy users (email) from stdin'), copyData('canary plain\n'), copyDone()]));
            note(`direct, ${role}: COPY of plaintext`, copied.error, copied.status);
            await client.close();
        }
        for (const role of ['postgres', 'app']) {
            for (const [name, sql, first] of proxied) {
                const client = await twins.sealed.connect(role);
                if (first !== undefined)
                    await client.query(first);
                if (!sql.includes('$1'))
                    await refused(client, `proxy, ${role}, simple: ${name}`, sql);
                const values = sql.includes('$1') ? [`(1,"${envelopeShaped}","${term}")`] : [];
                const outcome = await client.extended(sql, { values });
                note(`proxy, ${role}, extended: ${name}`, outcome.error, outcome.status);
                await client.close();
            }
        }
        const unchanged = (await fingerprint()) === before;
        if (!unchanged)
            wrong.push('a table has changed');
        const attempts = [...codes.values()].reduce((sum, count) => sum + count, 0);
        const listed = [...codes].sort().map(([code, count]) => `${code}: ${count}`);
        print(`${direct.length + 1} direct statements and ${proxied.length} through the proxy, by two roles: ` +
            `${attempts} refused (${listed.join(', ')}), ${wrong.length} not; tables ${unchanged ? 'as before' : 'CHANGED'}`);
        for (const line of wrong.slice(0, 30))
            print(line);
        return wrong.length === 0;
    }
    finally {
        await twins.stop();
    }
    async function refused(client, name, sql) {
        const { error, status } = await client.query(sql);
        note(name, error, status);
    }
    function note(name, error, status) {
        const code = error?.C;
        if (code === undefined)
            wrong.push(`${name}: was served`);
        else if (code.startsWith('XX') || status !== 'I')
            wrong.push(`${name}: ${code} ${error?.M}`);
        else
            codes.set(code, (codes.get(code) ?? 0) + 1);
    }
};
//# sourceMappingURL=main-7.js.map