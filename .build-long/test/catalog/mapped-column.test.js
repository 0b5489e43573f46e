import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinColumn, openState } from '../../src/catalog/mapped-column.js';
import { mapTable, registration } from '../support/sealed-schema.js';
const indexKey = '00000000-0000-4000-8000-000000000001';
const textEq = { oid: 9000, name: 'text_eq', versionOid: 1, envelopeOid: 2, terms: [{ name: 'eq', oid: 3 }] };
const sealed = { found: 'column', relation: 100, attnum: 2, physical: textEq, foreign: false };
const plain = { ...sealed, physical: undefined };
const join = (found, change) => joinColumn(input(found, change));
function input(found, change) {
    const before = mapTable('users', { email: {} });
    const table = mapTable('users', { email: change.map ?? {} });
    const row = registration(before, before.columns[0], indexKey);
    return {
        table,
        column: table.columns[0],
        found,
        registered: change.row === null ? undefined : { ...row, ...change.row },
        wanted: change.map?.search?.length === 0 || change.map?.type !== undefined ? undefined : textEq,
        wantedName: 'text_eq',
        registeredLives: change.lives ?? false,
        recordProblem: undefined,
    };
}
const here = { state: 'sealed', relation: 100, position: 2 };
test('what agrees is served', () => {
    for (const given of [
        join(sealed, { row: here, lives: true }),
        join(sealed, {}),
        join(sealed, { row: { ...here, relation: 99 } }),
        join({ found: 'absent' }, {}),
        join({ found: 'absent' }, { row: here }),
    ]) {
        assert.equal(given.refused, undefined);
        assert.equal(given.state, 'sealed');
    }
    assert.equal(join(plain, { row: null }).state, 'plain');
    assert.equal(join(plain, {}).state, 'plain');
    assert.equal(join(plain, { row: null }).refused, undefined);
    for (const state of ['sealing', 'unsealed', 'resealing', 'unsealing', 'absent']) {
        assert.equal(join(plain, { row: { ...here, state } }).state, 'plain', 'no row makes a mapped column served as plain');
    }
    assert.equal(join(sealed, { row: { ...here, state: 'resealing' } }).state, 'resealing');
});
test('a plain column is served as plain only where both pgseal.columns and the map say so', () => {
    const open = (state, map) => openState(input(plain, { map, row: { ...here, state } }));
    assert.equal(open('sealing', {}), undefined);
    assert.equal(open('sealing', { unseal: true }), undefined);
    assert.equal(open('sealing', { online: true }), 'sealing');
    assert.equal(open('unsealed', {}), undefined);
    assert.equal(open('unsealed', { online: true }), undefined);
    assert.equal(open('unsealed', { unseal: true }), 'unsealed');
});
test('what map, pgseal.columns and database do not agree on is refused, with a sentence', () => {
    const cases = {
        'no row': join(sealed, { row: null }),
        'absent without row': join({ found: 'absent' }, { row: null }),
        type: join(sealed, { map: { type: 'varchar', typmod: 24 }, row: here }),
        'type made already': join({ found: 'absent' }, { row: { logicalType: 'varchar' } }),
        typmod: join(sealed, { map: { typmod: 24 }, row: here }),
        key: join(sealed, { map: { namedKey: 'other' }, row: here }),
        pad: join(sealed, { map: { pad: 16 }, row: here }),
        search: join(sealed, { map: { search: [] }, row: here }),
        group: join(sealed, { map: { indexGroup: 'people' }, row: here }),
        'no index key': join(sealed, { row: { ...here, indexKey: null } }),
        'plain again': join(plain, { row: here }),
        'label lives elsewhere': join(sealed, { row: { ...here, position: 3 }, lives: true }),
        'absent though the label lives': join({ found: 'absent' }, { row: here, lives: true }),
        foreign: join({ ...sealed, physical: undefined, foreign: true }, { row: here }),
    };
    for (const [name, { refused }] of Object.entries(cases))
        assert.match(refused ?? '', /^\w.+[^.]$/, name);
});
//# sourceMappingURL=mapped-column.test.js.map