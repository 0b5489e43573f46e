import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ServerFacts } from '../../src/connection/server-facts.js';
import { openAccess } from '../../src/sql/access.js';
import { StatementCache } from '../../src/sql/statement-cache.js';
import { fixtureCatalog, publicNames } from '../sql/fixture-catalog.js';
const settings = ['ISO, MDY', 'postgres', 'UTC', 'hex', '1'];
test('a plan is not found again once a name of it means another relation', () => {
    const facts = new ServerFacts();
    const statements = new StatementCache(1_000_000);
    const statement = statements.parse(Buffer.from('select email from users')).statements[0];
    const plan = () => statements.analyze({
        statement,
        catalog: fixtureCatalog,
        names: facts.names,
        declaredOids: [],
        mode: 'full',
        access: openAccess,
        currentSchema: 'public',
    });
    const learn = (oid) => facts.learn(['users'], [[String(oid), 'public', ...settings]]);
    learn(publicNames(['users']).get('users'));
    const first = plan();
    assert.equal(first.kind, 'sealed');
    assert.equal(plan(), first);
    facts.forgetNames();
    learn(4711);
    assert.equal(plan().kind, 'refused');
});
//# sourceMappingURL=server-facts.test.js.map