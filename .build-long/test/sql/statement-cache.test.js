import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAccess } from '../../src/sql/access.js';
import { parseStatements } from '../../src/sql/parsed-text.js';
import { StatementCache } from '../../src/sql/statement-cache.js';
import { fixtureCatalog, publicNames } from './fixture-catalog.js';
function input(statement, change = {}) {
    return {
        statement,
        catalog: fixtureCatalog,
        names: publicNames(statement.names),
        declaredOids: [],
        mode: 'full',
        access: openAccess,
        currentSchema: 'public',
        ...change,
    };
}
test('statements of a text keep their own bytes and count characters before them (A70)', () => {
    const text = Buffer.from("-- ü\n select 'é' ;; /* a; b /* ; */ */ insert into users (email) values ('ß') ;\n");
    const { statements } = parseStatements(text);
    assert.deepEqual(statements.map((one) => [one.statement, one.text.toString(), one.characterStart, one.names]), [
        ['SelectStmt', "-- ü\n select 'é'", 0, []],
        ['InsertStmt', "/* a; b /* ; */ */ insert into users (email) values ('ß')", 20, ['users']],
    ]);
});
test('positions of refusals count characters of the whole text', () => {
    const text = "select 'é'; select max(email) from users";
    const statement = parseStatements(Buffer.from(text)).statements[1];
    const plan = new StatementCache(1_000_000).analyze(input(statement));
    assert.ok(plan.kind === 'refused');
    assert.equal(plan.error.position, text.indexOf('email') + 1);
});
test('every statement of a text is planned by its own offsets', () => {
    const { statements } = parseStatements(Buffer.from("select 'é'; insert into users (email) values ('x') ; select 2"));
    const plan = new StatementCache(1_000_000).analyze(input(statements[1]));
    assert.ok(plan.kind === 'sealed');
    assert.equal(plan.text.toString(), 'insert into users (email) values ($1)');
});
test('the same plan comes back until text, types, names, mode, access or catalog differ (I5)', () => {
    const cache = new StatementCache(1_000_000);
    const text = Buffer.from('select id from users where email = $1');
    const statement = cache.parse(text).statements[0];
    assert.equal(cache.parse(Buffer.from(text)).statements[0], statement);
    const plan = cache.analyze(input(statement));
    assert.equal(cache.analyze(input(statement)), plan);
    const other = [
        cache.analyze(input(statement, { declaredOids: [1043] })),
        cache.analyze(input(statement, { catalog: { ...fixtureCatalog, epoch: 2 } })),
        cache.analyze(input(statement, { mode: 'encrypt-only' })),
        cache.analyze(input(statement, { access: { ...openAccess } })),
        cache.analyze(input(statement, { names: new Map([['users', 0]]) })),
    ];
    for (const one of other)
        assert.notEqual(one, plan);
    assert.equal(cache.analyze(input(statement)), plan);
});
test('the caller may write over the text that it gave', () => {
    const cache = new StatementCache(1_000_000);
    const text = Buffer.from('select id from users');
    const { statements } = cache.parse(text);
    text.fill(0x20);
    assert.equal(statements[0].text.toString(), 'select id from users');
});
test('kept texts are bounded in bytes, and long ones are not kept (C61)', () => {
    const cache = new StatementCache(2_000_000);
    for (let index = 0; index < 3000; index += 1) {
        cache.parse(Buffer.from(`select ${index}`));
        assert.ok(cache.bytes <= 2_000_000);
    }
    const before = cache.bytes;
    const long = Buffer.from(`select '${'x'.repeat(10_000)}'`);
    assert.notEqual(cache.parse(long), cache.parse(long));
    assert.equal(cache.bytes, before);
});
test('a text used again outlives texts used once', () => {
    const cache = new StatementCache(500_000);
    const often = Buffer.from('select id from users');
    const first = cache.parse(often);
    for (let index = 0; index < 3000; index += 1) {
        cache.parse(Buffer.from(`select ${index}`));
        assert.equal(cache.parse(often), first);
    }
});
test('a tree too deep to walk is refused, not thrown (D20)', () => {
    const cache = new StatementCache(64_000_000);
    const text = Buffer.from(`select id${'+id'.repeat(3000)} from users where email = 'x'`);
    const plan = cache.analyze(input(cache.parse(text).statements[0]));
    assert.ok(plan.kind === 'refused' && plan.error.sqlstate === '54001');
});
//# sourceMappingURL=statement-cache.test.js.map