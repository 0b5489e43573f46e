// `reads:` of mode encrypt-only: what stands in the place of stored values, without opening one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { sharedPostgres } from '../support/postgres.js';
import { proxiedDatabase } from './proxied-database.js';
const tables = `
  create table people (id int primary key, email text unique, phone varchar(20), code char(4), born date, age int, note text);
  create table logs (id int primary key, note text)`;
const map = (head, reads = {}) => `
${head}
keys: { default: { kms: local, keyFile: "{keyFile}", dataKeys: branch } }
tables:
  public.people:
    columns:
      email: { type: text, search: [equality]${reads.email ?? ''} }
      phone: { type: varchar(20)${reads.phone ?? ''} }
      code: { type: char(4)${reads.code ?? ''} }
      born: { type: date${reads.born ?? ''} }
      age: { type: int4${reads.age ?? ''} }
      note: { type: text${reads.note ?? ''} }
  public.logs: { columns: { note: { type: text${reads.note ?? ''} } } }
`;
const reads = {
    phone: ', reads: mask',
    code: ', reads: { mask: "-" }',
    born: ', reads: { mask: "1900-01-01" }',
    age: ', reads: null',
    note: ', reads: mask',
};
test('stored values read as masks and NULLs, values of the statement itself as they are', async (t) => {
    const database = await proxiedDatabase(await sharedPostgres(), { tables, map: map('mode: full') });
    const { url } = await database.startProxy(map('mode: encrypt-only', reads));
    const [full, client] = [new pg.Client({ connectionString: database.url }), new pg.Client({ connectionString: url })];
    await Promise.all([full.connect(), client.connect()]);
    t.after(async () => {
        await Promise.all([full.end(), client.end()]);
        await database.close();
    });
    assert.match(database.log(), /whoever can seal with a key of this kind can open with it/);
    const rows = async (text, values = []) => (await client.query(text, values)).rows;
    const insert = 'insert into people values ($1, $2, $3, $4, $5, $6, $7) returning *';
    const stored = { id: 1, email: 'a@x.org', phone: '+1', code: 'abc ', born: '1990-01-02', age: 30, note: 'n' };
    assert.deepEqual((await rows(insert, Object.values(stored))).map((row) => ({ ...row, born: stored.born })), [stored], 'what was sealed by the statement');
    await rows("insert into people (id) values (2); insert into logs values (1, 'note')".split(';')[0]);
    await rows("insert into logs values (1, 'of a log')");
    const shown = { phone: '***', code: '-   ', born: new Date(1900, 0, 1), age: null, note: '***' };
    assert.deepEqual(await rows('select phone, code, born, age, note from people where id = 1'), [shown]);
    assert.deepEqual(await rows('select phone, code, born, age, note from people where email = $1', ['a@x.org']), [shown]);
    assert.deepEqual(await rows('select phone, code, born, age, note from people where id = 2'), [
        { phone: null, code: null, born: null, age: null, note: null },
    ]);
    assert.deepEqual(await rows('update people set phone = $1 where id = 1 returning phone, note, age', ['+2']), [
        { phone: '+2', note: '***', age: null },
    ]);
    assert.deepEqual(await rows('select note from people where id = 1 union all select note from logs'), [
        { note: '***' },
        { note: '***' },
    ]);
    assert.deepEqual(await rows("select coalesce(note, 'none') as note from people order by id"), [
        { note: '***' },
        { note: 'none' },
    ]);
    const cases = [
        ['select * from people', '42501'],
        ['select email from people', '42501'],
        ['select (select email from people where id = 1)', '42501'],
        ['delete from people where id = 1 returning email', '42501'],
        ['select coalesce(age, 0) from people', '0A000'],
    ];
    for (const [text, code] of cases)
        await assert.rejects(client.query(text), { code }, text);
    const { rows: opened } = await full.query('select id, email, phone, code, age, note from people order by id');
    assert.deepEqual(opened, [
        { id: 1, email: 'a@x.org', phone: '+2', code: 'abc ', age: 30, note: 'n' },
        { id: 2, email: null, phone: null, code: null, age: null, note: null },
    ]);
});
//# sourceMappingURL=reads.test.js.map