// Random queries over joins, derived tables, CTEs and subqueries, described by PostgreSQL: where it accepts the text, sealed
// types must stand in the result exactly where analysis says; where analysis finds a name missing or ambiguous, so must it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openAccess } from '../../src/sql/access.js';
import { analyze } from '../../src/sql/analyze.js';
import { parseStatements } from '../../src/sql/parsed-text.js';
import { Random } from '../support/random.js';
import { fixtureCatalog, publicNames } from './fixture-catalog.js';
import { FixtureServer } from './fixture-server.js';
const nameErrors = ['missingColumn', 'missingEntry', 'ambiguousColumn', 'missingTargetColumn'];
class Queries {
    #random;
    #aliases = 0;
    constructor(seed) {
        this.#random = new Random(seed);
    }
    #chance(one) {
        return this.#random.below(one) === 0;
    }
    #pick(list) {
        return list[this.#random.below(list.length)];
    }
    #alias() {
        this.#aliases += 1;
        return `t${this.#aliases % 4}`;
    }
    query(depth = 0) {
        const body = this.#body(depth);
        if (depth === 0 && this.#chance(4)) {
            const columns = this.#chance(2) ? '(a, b)' : '';
            return `with c${columns} as (${this.#body(1)}) ${body}`;
        }
        return this.#chance(10) ? `(${body}) union all (${this.#body(depth)})` : body;
    }
    #body(depth) {
        const from = this.#from(depth);
        const targets = this.#chance(2)
            ? [this.#pick(['*', '*', '*', 't0.*', 't1.*', 'users.*'])]
            : Array.from({ length: 1 + this.#random.below(3) }, () => this.#target(depth));
        const where = this.#chance(3) ? ` where ${this.#condition(depth)}` : '';
        const order = this.#chance(8) ? ` order by ${this.#pick(['1', '2', 'id', 'email', 'a'])}` : '';
        return `select ${targets.join(', ')} from ${from}${where}${order}`;
    }
    #column() {
        const name = this.#pick([
            'id',
            'email',
            'email',
            'contact',
            'phone',
            'name',
            'a',
            'b',
            'mail',
            'msg',
            'user_id',
            'total',
        ]);
        return this.#chance(2)
            ? name
            : `${this.#chance(4) ? this.#pick(['t2', 't3', 'users', 'public.users', 'orders', 'c', 'j']) : this.#pick(['t0', 't1'])}.${name}`;
    }
    #target(depth) {
        const as = this.#chance(3) ? ` as ${this.#pick(['a', 'b', 'email', 'id'])}` : '';
        switch (this.#random.below(7)) {
            case 0:
                return `coalesce(${this.#column()}, ${this.#column()})${as}`;
            case 1:
                return `case when ${this.#condition(depth)} then ${this.#column()} end${as}`;
            case 2:
                return depth < 2 ? `(${this.#body(depth + 1)})${as}` : this.#column();
            default:
                return `${this.#column()}${as}`;
        }
    }
    #condition(depth) {
        switch (this.#random.below(5)) {
            case 0:
                return `${this.#column()} = ${this.#column()}`;
            case 1:
                return `${this.#column()} is not null`;
            case 2:
                return depth < 2 ? `exists (${this.#body(depth + 1)})` : 'true';
            case 3:
                return `${this.#column()} in ('x', 'y')`;
            default:
                return `${this.#column()} = $1`;
        }
    }
    #from(depth) {
        const items = Array.from({ length: this.#chance(4) ? 2 : 1 }, () => this.#item(depth));
        return items.join(', ');
    }
    #item(depth) {
        const kind = this.#random.below(depth > 2 ? 3 : 9);
        const aliased = (text) => {
            const columns = this.#chance(4) ? '(a, b)' : '';
            return `${text} ${this.#alias()}${columns}`;
        };
        switch (kind) {
            case 0:
                return this.#pick(['users', 'orders', 'public.users', 'logs', 'v_users']);
            case 1:
            case 2:
                return aliased(this.#pick(['users', 'orders', 'public.users', 'logs', 'v_users', 'c', 'only users']));
            case 3:
                return aliased(`(${this.query(depth + 1)})`);
            case 4:
                return aliased(`lateral (${this.query(depth + 1)})`);
            case 5:
                return aliased(this.#pick(['generate_series(1, 2)', '(values (1, 2))', 'unnest(array[1])']));
            default:
                return this.#join(depth);
        }
    }
    #join(depth) {
        const [left, right] = [this.#item(depth + 1), this.#item(depth + 1)];
        const how = this.#pick(['join', 'left join', 'right join', 'full join']);
        const text = this.#pick([
            `${left} ${how} ${right} on ${this.#condition(2)}`,
            `${left} ${how} ${right} using (id)`,
            `${left} ${how} ${right} using (id) as j`,
            `${left} natural ${how} ${right}`,
            `${left} cross join ${right}`,
        ]);
        return this.#chance(5) ? `(${text}) ${this.#alias()}` : `(${text})`;
    }
}
let server;
before(async () => {
    server = await FixtureServer.start('lineage');
});
after(async () => {
    await server?.close();
});
test('sealed columns stand in results where the plan says', async () => {
    const queries = new Queries(7);
    const counts = { agreed: 0, opened: 0, refused: 0, named: 0, failed: 0 };
    for (let round = 0; round < 4000; round += 1) {
        const sql = queries.query();
        const statement = parseStatements(Buffer.from(sql)).statements[0];
        const plan = analyze({
            statement,
            catalog: fixtureCatalog,
            names: publicNames(statement.names),
            declaredOids: [],
            mode: 'full',
            access: openAccess,
            currentSchema: 'public',
        });
        if (plan.kind === 'refused') {
            counts.refused += 1;
            assert.notEqual(plan.error.errorName, 'spliceFailed', sql);
            if (!nameErrors.includes(plan.error.errorName))
                continue;
            counts.named += 1;
            const { error } = await server.describe(sql, []);
            assert.ok(error !== undefined, `PostgreSQL finds ${plan.error.message} in ${sql}`);
            continue;
        }
        const isSealed = plan.kind === 'sealed';
        const text = isSealed ? plan.text : Buffer.from(sql);
        const { error, fields } = await server.describe(text, isSealed ? server.declaredOids(plan) : []);
        if (error !== undefined) {
            counts.failed += 1;
            if (process.env.SHOW)
                console.log(error.C, error.M, '|', sql);
            continue;
        }
        try {
            server.checkResults(isSealed ? plan.results : [], fields);
        }
        catch (cause) {
            throw new Error(sql, { cause });
        }
        counts.agreed += 1;
        if (isSealed && plan.results?.some((result) => result !== undefined))
            counts.opened += 1;
    }
    assert.ok(counts.agreed > 200 && counts.opened > 100, JSON.stringify(counts));
});
//# sourceMappingURL=lineage-fuzz.test.js.map