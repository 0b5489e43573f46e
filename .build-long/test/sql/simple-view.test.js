// Which views an INSERT may name, and whose columns and defaults it then writes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertedView, simpleView } from '../../src/sql/simple-view.js';
import { catalogOf, int4, text } from './catalog-builder.js';
const people = {
    oid: 20001,
    name: 'people',
    columns: [
        { name: 'id', type: int4 },
        { name: 'email', type: text, sealed: true },
    ],
};
/** A view over public.people, or over the view before it, with one column for each item of the list. */
function view(oid, name, definition, columns) {
    return {
        oid,
        name,
        kind: 'v',
        viewDefinition: definition,
        columns: columns.map((column) => ({ name: column, type: text })),
    };
}
function below(definition, columns) {
    const catalog = catalogOf([people, view(20002, 'v', definition, columns)]);
    return simpleView(catalog, catalog.relation(20002));
}
test('columns of a table as they are, under any name; others are computed', () => {
    const found = below('SELECT p.email AS mail, p.id, lower(p.email) AS low, p.tableoid FROM public.people p WHERE p.id > 1', ['mail', 'id', 'low', 'tableoid']);
    assert.equal(found?.table.name, 'people');
    assert.deepEqual([...found.columns], [
        [1, [{ relation: 20001, attnum: 2 }]],
        [2, [{ relation: 20001, attnum: 1 }]],
    ]);
});
test('an alias may rename the columns of the table', () => {
    const found = below('SELECT p.email AS mail FROM public.people p(email, id)', ['mail']);
    assert.deepEqual([...found.columns], [[1, [{ relation: 20001, attnum: 1 }]]]);
});
test('views over views lead to the table, past every view between', () => {
    const catalog = catalogOf([
        people,
        view(20002, 'inner', 'SELECT people.id, people.email FROM public.people', ['id', 'email']),
        view(20003, 'outer', 'SELECT "inner".email AS mail FROM public."inner"', ['mail']),
    ]);
    const found = simpleView(catalog, catalog.relation(20003));
    assert.equal(found?.table.oid, 20001);
    assert.deepEqual(found?.columns.get(1), [
        { relation: 20002, attnum: 2 },
        { relation: 20001, attnum: 2 },
    ]);
});
test('what makes rows of its own is no such view', () => {
    for (const definition of [
        'SELECT DISTINCT people.email FROM public.people',
        'SELECT people.email FROM public.people GROUP BY people.email',
        'SELECT people.email FROM public.people LIMIT 1',
        'SELECT people.email FROM public.people OFFSET 1',
        'SELECT people.email FROM public.people UNION ALL SELECT people.email FROM public.people',
        'WITH w AS (SELECT 1) SELECT people.email FROM public.people',
        'SELECT a.email FROM public.people a, public.people b',
        'SELECT a.email FROM public.people a JOIN public.people b ON a.id = b.id',
        'SELECT a.email FROM (SELECT people.email FROM public.people) a',
        'SELECT people.email FROM ONLY public.people TABLESAMPLE system (10)',
        'VALUES (1)',
        'no SQL',
    ]) {
        assert.equal(below(definition, ['email']), undefined, definition);
    }
});
test('rules and INSTEAD OF triggers do the writing where there are any, below too', () => {
    const definition = 'SELECT people.email FROM public.people';
    for (const [rule, oid] of [
        ['hasRules', 20001],
        ['hasRules', 20002],
        ['hasInsteadTriggers', 20002],
    ]) {
        const catalog = catalogOf([people, view(20002, 'v', definition, ['email'])]);
        Object.assign(catalog.relation(oid), { [rule]: true });
        assert.equal(simpleView(catalog, catalog.relation(20002)), undefined);
    }
});
test('the record of the table is told by the columns of the view, or why it is not known', () => {
    const record = {
        template: 'people/{id}',
        literals: ['people/', ''],
        columns: [{ name: 'id', attnum: 1, typeOid: 23, type: int4, exact: true }],
        tenantAt: -1,
        rebind: false,
        verify: 'always',
    };
    const through = (definition, columns, change = {}) => {
        const catalog = catalogOf([people, view(20002, 'v', definition, columns)]);
        Object.assign(catalog.relation(20001), { record });
        Object.assign(catalog.relation(20002).columns[0], change);
        const found = catalog.relation(20002);
        return insertedView(catalog, found, simpleView(catalog, found));
    };
    const view1 = through('SELECT people.id AS no, people.email FROM public.people', ['no', 'email']);
    assert(typeof view1 === 'object');
    assert.deepEqual(view1.record?.columns, [
        { ...record.columns[0], name: 'no', attnum: 1, below: [{ relation: 20001, attnum: 1 }] },
    ]);
    assert.equal(through('SELECT people.email FROM public.people', ['email']), 'the view has no column "id"');
    assert.match(String(through('SELECT people.id, people.id AS two, people.email FROM public.people', ['id', 'two', 'email'])), /several times/);
});
//# sourceMappingURL=simple-view.test.js.map