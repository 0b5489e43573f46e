import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskProblem } from '../../src/commands/load-map.js';
import { userAccess } from '../../src/commands/user-access.js';
import { parseConfig } from '../../src/config/load-config.js';
import { openAccess } from '../../src/sql/access.js';
import { mapText } from '../config/map-text.js';
const tables = `  public.users:
    columns:
      email: { type: text, search: [equality] }
      phone: { type: varchar(20) }
      fax: { type: varchar(20) }`;
const accessOf = (top, own = tables) => userAccess(parseConfig(mapText({ top, tables: own }), 'm.yaml', { environment: {}, maskProblem }));
const readings = (access) => ['email', 'phone', 'fax', 'other'].map((column) => access.reading(`public.users.${column}`).as);
test('users of one entry share one access, and others share that of public', () => {
    const roles = 'roles:\n  support: { open: [public.users.email], mask: { public.users.phone: "{last2}", public.users.fax: "{last2}" } }';
    const locked = accessOf(roles);
    assert.deepEqual(readings(locked('support')), ['value', 'mask', 'mask', 'refused']);
    assert.equal(locked('support'), locked('support'));
    assert.deepEqual(readings(locked('Support')), ['refused', 'refused', 'refused', 'refused'], 'names are exact');
    assert.equal(locked('Support'), locked('anybody'));
    assert.equal(locked('public'), locked('anybody'));
    assert.equal(locked('anybody').maySearch('public.users.email'), false);
    const of = (column) => locked('support').reading(`public.users.${column}`);
    assert.equal(of('phone'), of('phone'));
    assert.equal(of('phone'), of('fax'), 'columns of one type with one mask may stand in one result column');
    const open = accessOf(`${roles}\n  public: { else: open }`);
    assert.deepEqual(readings(open('anybody')), ['value', 'value', 'value', 'refused']);
    assert.equal(open('anybody').maySearch('public.users.email'), true);
    assert.deepEqual(readings(open('support')), ['value', 'mask', 'mask', 'refused']);
});
test('without roles everything is opened, and in mode encrypt-only nothing', () => {
    assert.equal(accessOf('mode: full')('anybody'), openAccess);
    const own = tables.replace('phone: { type: varchar(20) }', 'phone: { type: varchar(20), reads: mask }');
    const writer = accessOf('mode: encrypt-only', own);
    assert.deepEqual(readings(writer('anybody')), ['refused', 'mask', 'refused', 'refused']);
    assert.equal(writer('a'), writer('b'));
    assert.equal(writer('a').maySearch('public.users.email'), true);
    assert.deepEqual(readings(accessOf('roles: {}')('anybody')), ['refused', 'refused', 'refused', 'refused']);
});
//# sourceMappingURL=user-access.test.js.map