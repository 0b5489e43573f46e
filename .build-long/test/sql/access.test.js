// What a user may not open or search, no shape of a statement gives him: every vector and every example of docs/sql.md is
// planned for users without rights.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repoRoot } from '../support/root.js';
import { planOf, readCases, vectorFiles } from './vectors.js';
const mask = { as: 'mask', mask: { kind: 'constant', stored: Buffer.from('*') } };
const refused = { as: 'refused', by: 'roles' };
const value = { as: 'value' };
const all = { reading: () => value, maySearch: () => true };
const nobody = { reading: () => refused, maySearch: () => false };
const masked = { reading: () => mask, maySearch: () => false };
/** May open all but this column. */
const label = 'public.users.email';
const most = {
    reading: (one) => (one === label ? refused : value),
    maySearch: (one) => one !== label,
};
function statements() {
    const page = readFileSync(join(repoRoot, 'docs/sql.md'), 'utf8');
    const examples = [...page.matchAll(/^```sql (?:served|refused)\n(.*?)^```/gms)].flatMap(([, block]) => block
        .trim()
        .split('\n')
        .map((sql) => ({ file: 'docs/sql.md', name: sql, header: [], sql, expected: [] })));
    return [...vectorFiles().flatMap(readCases), ...examples];
}
/** What a plan searches by terms: columns of parameters, and term attributes that the client's own text does not have. */
function searches(one, plan) {
    // An index is over terms; nothing is asked by making one.
    if (plan.kind !== 'sealed' || plan.effects.statement === 'IndexStmt')
        return [];
    const terms = plan.parameters.flatMap((parameter) => parameter.role === 'term' ? [parameter.target.column.label] : []);
    const spliced = /\)\.(eq|ord)\b/.test(plan.text.toString()) && !/\)\.(eq|ord)\b/.test(one.sql);
    return [...terms, ...plan.searches, ...(spliced && terms.length === 0 ? ['compared columns'] : [])];
}
test('no statement opens or searches for a user without rights', () => {
    let opened = 0;
    let searched = 0;
    for (const one of statements()) {
        const name = `${one.file}: ${one.name}`;
        const full = planOf(one, all);
        if (full.kind === 'sealed' && full.results?.some((result) => result?.reading.as === 'value') === true)
            opened += 1;
        if (searches(one, full).length > 0)
            searched += 1;
        for (const access of [nobody, masked]) {
            const plan = planOf(one, access);
            assert.deepEqual(searches(one, plan), [], name);
            // What touches no sealed column is served to everybody; want of rights is 42501, or 0A000 where values would mix.
            if (full.kind === 'passthrough')
                assert.equal(plan.kind, full.kind, name);
            else if (full.kind === 'sealed' && plan.kind === 'refused')
                assert.match(plan.error.sqlstate, /^(42501|0A000)$/, name);
            if (plan.kind !== 'sealed')
                continue;
            assert.deepEqual(plan.opens, [], name);
            for (const result of plan.results ?? [])
                if (result !== undefined)
                    assert.notEqual(result.reading.as, 'value', name);
            // A value that is opened is held against its row, by columns that nobody else is asked for.
            if (full.kind === 'sealed' &&
                full.hidden.length === 0 &&
                !full.text.includes(' THEN pg_catalog.json_build_array(')) {
                assert.ok(plan.text.equals(full.text), name);
            }
        }
    }
    assert.ok(opened > 50 && searched > 50, `${opened} opened, ${searched} searched`);
});
test('one column that is kept from a user is kept in every statement, and no other', () => {
    let kept = 0;
    for (const one of statements()) {
        const name = `${one.file}: ${one.name}`;
        const [plan, full] = [planOf(one, most), planOf(one, all)];
        if (plan.kind === 'sealed') {
            assert.ok(!plan.searches.includes(label), name);
            for (const result of plan.results ?? []) {
                if (result?.origins.some((origin) => origin.column.label === label) !== true)
                    continue;
                assert.equal(result.reading.as, 'refused', name);
            }
        }
        if (full.kind !== 'sealed')
            continue;
        const touches = full.searches.includes(label) ||
            full.opens.includes(label) ||
            full.parameters.some((parameter) => parameter.role === 'term' && parameter.target.column.label === label) ||
            [...(full.results ?? []), ...(full.declares?.results ?? [])].some((result) => result?.origins.some((origin) => origin.column.label === label));
        // Columns of one index group may be compared without a constant.
        const compares = /\)\.eq\b/.test(full.text.toString());
        if (plan.kind === 'refused') {
            assert.ok(touches || compares, name);
            kept += 1;
        }
    }
    assert.ok(kept > 50, `${kept} kept`);
});
//# sourceMappingURL=access.test.js.map