// What the server says of a text that the proxy changed reaches the client about its own text (C57, C85).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WireClient } from '../../support/wire-client.js';
import { attackPlace, canary } from './place.js';
let place;
let sealed;
let plain;
before(async () => {
    place = await attackPlace();
    sealed = await place.wire();
    plain = await WireClient.connectUrl(place.plainUrl);
    for (const client of [sealed, plain]) {
        await client.query(`insert into users (id, name, email) values (901, 'n', '${canary}-901')`);
    }
});
after(async () => {
    await sealed?.close();
    await plain?.close();
    await place?.close();
});
const shown = ({ error }) => ({ code: error?.C, message: error?.M, position: error?.P });
const statements = [
    `select email, nope from users where email = '${canary}'`,
    `/* é */ select nope, email from users where email in ('ü', '${canary}')`,
    `select id from users where email = 'ü' and nope = 1`,
    `select id from users where phone = 'x' and email = '${canary}' order by nope`,
    `insert into users (id, email, name) values (902, 'ü', nope)`,
    `insert into users (id, email, nope) values (902, 'ü', 1)`,
    `update users set email = 'é', name = nope where id = 901`,
    `select u.email, count(nope) from users u where u.email = 'é' group by 1`,
];
for (const sql of statements) {
    test(`the position is the client's: ${sql.replaceAll(canary, '...')}`, async () => {
        assert.deepEqual(shown(await sealed.query(sql)), shown(await plain.query(sql)), 'simple');
        assert.deepEqual(shown(await sealed.extended(sql)), shown(await plain.extended(sql)), 'extended');
        const behind = `select 'é'; ${sql}`;
        assert.deepEqual(shown(await sealed.query(behind)), shown(await plain.query(behind)), 'behind another');
    });
}
test('a plain statement behind one on sealed columns keeps its position too', async () => {
    const sql = `select email from users where id = 901; select nope from orders`;
    assert.deepEqual(shown(await sealed.query(sql)), shown(await plain.query(sql)));
});
test('a key that exists is named by its column, without what is stored', async () => {
    const sql = `insert into users (id, email) values (903, '${canary}-901')`;
    const [given, wanted] = [(await sealed.query(sql)).error, (await plain.query(sql)).error];
    assert.equal(wanted?.D, `Key (email)=(${canary}-901) already exists.`);
    assert.equal(given?.D, 'Key (email)=(...) already exists.');
    for (const field of ['C', 'M', 's', 't', 'n'])
        assert.equal(given?.[field], wanted?.[field], field);
});
test('a failing row is not shown', async () => {
    const { error } = await sealed.query(`insert into users (id, email) values (null, '${canary}')`);
    assert.equal(error?.C, '23502');
    assert.equal(JSON.stringify(error).includes('\\x'), false);
});
//# sourceMappingURL=server-errors.test.js.map