// Random statements over the fixture tables in which every literal beside a sealed column is a canary. A statement is refused,
// or no canary is left in the text for the server, whatever the operator, function or clause (promise 1, I1, C20, C42).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAccess } from '../../src/sql/access.js';
import { analyze } from '../../src/sql/analyze.js';
import { parseStatements } from '../../src/sql/parsed-text.js';
import { Random } from '../support/random.js';
import { fixtureCatalog, publicNames } from './fixture-catalog.js';
const canary = 'CANARY19';
const sources = [
    ['users', ['email', 'users.email', 'nick', 'phone']],
    ['users u', ['u.email', 'email', 'u.nick']],
    ['users u join orders o on u.id = o.user_id', ['u.email', 'o.contact', 'contact', 'nick', 'o.secret']],
    ['v_users', ['mail', 'v_users.mail']],
    ['(select email as e, users.id from users) d', ['e', 'd.e']],
    ['v_all', ['mail']],
];
const spellings = [
    `'${canary}'`,
    `E'${canary}'`,
    `$$${canary}$$`,
    `U&'${canary}'`,
    `N'${canary}'`,
    `'${canary}'::text`,
    `cast('${canary}' as varchar(20))`,
    `text '${canary}'`,
    `('${canary}')`,
    `$1::text || '${canary}'`,
    `lower('${canary}')`,
    `(select '${canary}')`,
    `'${canary}' collate "C"`,
    `coalesce($1, '${canary}')`,
    `case when true then '${canary}' end`,
    `array['${canary}']`,
    `'{${canary}}'`,
];
const operators = [
    '=',
    '<>',
    '!=',
    '<',
    '>=',
    'like',
    'ilike',
    '~',
    '||',
    'is distinct from',
    'is not distinct from',
    'similar to',
];
const operatorForms = ['operator(pg_catalog.=)', '@>', '&&', '->', '->>', '%', '+', '-'];
const functions = [
    'lower',
    'concat',
    'md5',
    'coalesce',
    'nullif',
    'greatest',
    'replace',
    'strpos',
    'format',
    'myfunc',
    'encode',
    'digest',
];
class Statements {
    #random;
    #columns = [];
    constructor(seed) {
        this.#random = new Random(seed);
    }
    #pick(list) {
        return list[this.#random.below(list.length)];
    }
    /** An expression with a sealed column and canaries beside it. */
    expression(depth = 0) {
        const column = this.#pick(this.#columns);
        const literal = this.#pick(spellings);
        switch (this.#random.below(16)) {
            case 0:
            case 1:
            case 2:
                return `${column} ${this.#pick(operators)} ${literal}`;
            case 3:
                return `${literal} ${this.#pick(operators)} ${column}`;
            case 4:
                return `${column} ${this.#pick(operatorForms)} ${literal}`;
            case 5:
                return `${this.#pick(functions)}(${column}, ${literal})`;
            case 6:
                return `${column} in (${literal}, ${this.#pick(spellings)})`;
            case 7:
                return `${column} = any(array[${literal}, ${literal}])`;
            case 8:
                return `${column} <> all(${literal})`;
            case 9:
                return `${column} between ${literal} and ${literal}`;
            case 10:
                return `case ${column} when ${literal} then 1 end`;
            case 11:
                return `case when ${column} = ${literal} then ${column} else ${literal} end`;
            case 12:
                return `(${column}, id) = (${literal}, 1)`;
            case 13:
                return `not (${column} = ${literal} or ${depth < 3 ? this.expression(depth + 1) : 'true'})`;
            case 14:
                return `${column} in (select contact from orders where contact = ${literal})`;
            default:
                return `row(${column}, ${literal}) is null`;
        }
    }
    /** A FROM clause; its columns are those of the expressions that follow. */
    #from(at = this.#random.below(sources.length)) {
        const [from, columns] = sources[at];
        this.#columns = columns;
        return from;
    }
    statement() {
        const literal = this.#pick(spellings);
        const kind = this.#random.below(13);
        const from = this.#from(kind < 4 ? undefined : kind < 9 ? 0 : kind === 9 ? 2 : 0);
        const [a, b] = [this.expression(), this.expression()];
        switch (kind) {
            case 0:
                return `select ${a} from ${from}`;
            case 1:
                return `select 1 from ${from} where ${a}`;
            case 2:
                return `select 1 from ${from} where 1 > 1 and (${a}) order by ${b}`;
            case 3:
                return `select count(*) filter (where ${a}) from ${from} group by ${b} having ${a}`;
            case 4:
                return `insert into users (id, email, nick) values (1, ${literal}, ${this.#pick(spellings)}), (2, ${literal}, null)`;
            case 5:
                return `insert into users (email) values (${literal}) on conflict (email) do update set nick = ${literal} returning ${b}`;
            case 6:
                return `update users set email = ${literal}, phone = ${this.#pick(spellings)} where id = 1`;
            case 7:
                return `update users set (email, nick) = (${literal}, ${literal}) where id = 1 and ${a} returning ${b}`;
            case 8:
                return `with c as (select email from users where ${a}) select email from c where email = ${literal}`;
            case 9:
                return `delete from users u using orders o where ${a}`;
            case 10:
                return `select email from users union all select ${literal} union all select contact from orders where contact = ${literal}`;
            case 11:
                return `select id from users where exists (select 1 from users where ${b}) or ${a}`;
            default:
                return `insert into users (id, email) select 1, ${literal}`;
        }
    }
}
function planOf(sql) {
    let parsed;
    try {
        parsed = parseStatements(Buffer.from(sql));
    }
    catch {
        return undefined;
    }
    const statement = parsed.statements[0];
    return analyze({
        statement,
        catalog: fixtureCatalog,
        names: publicNames(statement.names),
        declaredOids: [],
        mode: 'full',
        access: openAccess,
        currentSchema: 'public',
    });
}
test('no literal beside a sealed column reaches the server', () => {
    const statements = new Statements(20);
    const counts = { sealed: 0, refused: 0, passthrough: 0, unparsed: 0 };
    for (let round = 0; round < 4000; round += 1) {
        const sql = statements.statement();
        const plan = planOf(sql);
        counts[plan?.kind ?? 'unparsed'] += 1;
        if (plan?.kind === 'sealed')
            assert.ok(!plan.text.includes(canary), `${sql}\n${plan.text.toString()}`);
        if (plan?.kind === 'passthrough')
            assert.fail(`passed on: ${sql}`);
        if (plan?.kind === 'refused') {
            const { message, detail, hint, logDetail } = plan.error;
            assert.ok(![message, detail, hint, logDetail].some((text) => text?.includes(canary)), `error quotes: ${sql}`);
            assert.equal(plan.error.errorName === 'spliceFailed', false, `${sql}: ${plan.error.logDetail}`);
        }
    }
    assert.ok(counts.sealed > 300 && counts.refused > 300, JSON.stringify(counts));
});
//# sourceMappingURL=leak-fuzz.test.js.map