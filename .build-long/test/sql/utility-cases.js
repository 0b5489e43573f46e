// Statements of these tests see one catalog: mapped users, with a column still to be made, mapped people, not made yet, a view,
// a plain table, and another schema's table of a mapped name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAccess } from '../../src/sql/access.js';
import { analyze } from '../../src/sql/analyze.js';
import { parseStatements } from '../../src/sql/parsed-text.js';
import { catalogOf, int4, resolvedIn, text } from './catalog-builder.js';
const catalog = catalogOf([
    {
        oid: 1,
        name: 'users',
        columns: [
            { name: 'id', type: int4 },
            { name: 'email', type: text, sealed: true },
            { name: 'phone', type: { name: 'varchar', typmod: 24 }, sealed: true, terms: [] },
            { name: 'note', type: text },
        ],
    },
    { oid: 2, name: 'logs', columns: [{ name: 'id', type: int4 }] },
    {
        oid: 3,
        name: 'v',
        kind: 'v',
        columns: [{ name: 'id', type: int4 }],
        viewDefinition: 'select id from public.users',
    },
    { oid: 4, schema: 'other', name: 'users', columns: [{ name: 'email', type: text }] },
], {
    userFunctions: ['mine'],
    absent: [
        {
            name: 'people',
            columns: [
                { name: 'email', type: text },
                { name: 'phone', type: { name: 'varchar', typmod: 24 }, terms: [] },
                { name: 'born', type: { name: 'timestamptz', typmod: -1 } },
            ],
        },
        { name: 'users', columns: [{ name: 'ssn', type: text }] },
    ],
});
export function planOf(sql, overrides = {}) {
    const statement = parseStatements(Buffer.from(sql)).statements[0];
    const names = resolvedIn(catalog, statement.names);
    for (const name in overrides)
        names.set(name, overrides[name]);
    return analyze({
        statement,
        catalog,
        names,
        declaredOids: [],
        mode: 'full',
        access: openAccess,
        currentSchema: 'public',
    });
}
export function shown(plan) {
    if (plan.kind === 'passthrough')
        return plan.describeFirst ? 'passed, described' : 'passed';
    if (plan.kind === 'refused')
        return `${plan.error.sqlstate} ${plan.error.message}`;
    return [plan.text, ...plan.after].map((sql) => sql.toString().replaceAll(/\s+/g, ' ')).join('; ');
}
export function cases(title, list) {
    for (const [sql, expected] of list) {
        test(`${title}: ${sql}`, () => assert.equal(shown(planOf(sql)), expected));
    }
}
//# sourceMappingURL=utility-cases.js.map