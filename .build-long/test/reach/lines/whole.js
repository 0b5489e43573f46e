// Statements that join many of the other lines in one.
import { strings } from '../draft.js';
import { parts, statement, things } from '../line.js';
const whole = { table: 'things', prefix: 'w.' };
/** An item of a select list over `source`. */
function item(d, source) {
    const c = d.sealed(undefined, source);
    d.source = source;
    switch (d.draw(12)) {
        case 1:
            return d.operand(c);
        case 2: {
            const e = d.searched(undefined, source);
            return `${e} ${d.pick(['=', '<>', 'is distinct from'])} ${d.value(e)}`;
        }
        case 3: {
            const e = d.ord(undefined, source);
            return `${e} ${d.pick(['<', '<=', '>', '>='])} ${d.value(e)}`;
        }
        case 4:
            return `${d.pick(['length', 'reverse', 'md5', 'octet_length'])}(${d.sealed(strings, source)})`;
        case 5:
            return `${c} is null`;
        case 6:
            return `${d.plain(undefined, source)}`;
        case 7:
            return `case when ${d.condition()} then 1 else 0 end`;
        case 8:
            return `(select ${d.sealed(undefined, { table: 'parts', prefix: 'i.' })} from parts i where i.id = ${source.prefix}ref)`;
        case 9:
            return `(select count(*) from parts i where i.ref = ${source.prefix}id and ${inner(d, source)})`;
        case 10:
            return `${c}::text`;
        default:
            return `${c}`;
    }
}
/** A condition that ties `i`, of parts, with the query around it. */
function inner(d, source) {
    const [c, e] = d.pair(d.pick(['equality', 'order']), source, { table: 'parts', prefix: 'i.' });
    return `${e} ${d.pick(['=', '<>'])} ${c}`;
}
function on(d, left, right) {
    const search = d.pick(['equality', 'order']);
    const [c, e] = d.pair(search, left, right);
    const operator = search === 'order' ? d.pick(['=', '<', '>=']) : '=';
    return d.pick([
        `${right.prefix}ref = ${left.prefix}id`,
        `${c} ${operator} ${e}`,
        `${right.prefix}id = ${left.prefix}id and ${c} <> ${e}`,
    ]);
}
/** FROM with `t` of things and `p` of parts. */
function joined(d) {
    const kind = d.pick(['join', 'left join', 'right join', 'full join']);
    const left = d.pick(['things t', '(select * from things) t', 'things as t']);
    const right = d.pick(['parts p', '(select * from parts where id < 7) p']);
    const condition = kind === 'full join' ? 'p.ref = t.id' : on(d, things, parts);
    return `${left} ${kind} ${right} on ${condition}`;
}
const items = (d, sources, most) => Array.from({ length: 1 + d.draw(most) }, (_, at) => `${item(d, d.pick(sources))} as c${at}`).join(', ');
export const wholes = {
    title: 'Many at once',
    lines: [
        statement('whole.select', 'a query of many parts', (d) => {
            const list = items(d, [whole], 4);
            d.source = whole;
            const where = d.chance(2) ? '' : ` where ${d.condition()}`;
            const total = d.chance(2);
            if (total)
                d.isOrdered = true;
            const order = total
                ? ` order by ${d.pick(['', `${d.ord()}, `, `${d.ord()} desc nulls last, `])}w.id limit ${1 + d.draw(12)}`
                : '';
            return `select w.id, ${list} from things w${where}${order}`;
        }),
        statement('whole.join', 'a join of many parts', (d) => {
            const list = items(d, [things, parts], 4);
            const from = joined(d);
            d.source = things;
            return `select t.id, p.id as pid, ${list} from ${from}${d.where()}`;
        }),
        statement('whole.group', 'groups of many parts', (d) => {
            const [c, e] = [d.grouped(undefined, things), d.grouped(undefined, parts)];
            d.source = things;
            const having = d.chance(3) ? ` having count(*) > 1 or ${c} is not null` : '';
            const aggregates = `count(*), count(${d.sealed()}), max(t.p_int4), count(distinct ${d.searched()})`;
            return `select ${c}, ${e}, ${aggregates} from ${joined(d)}${d.where()} group by ${c}, ${e}${having}`;
        }),
        statement('whole.subqueries', 'queries within queries', (d) => {
            const c = d.searched(undefined, { table: 'things', prefix: '' });
            d.source = { table: 'things', prefix: '' };
            const deep = `select id, ref, ${c} as v from things${d.where()}`;
            const middle = d.pick([
                `select * from (${deep}) a`,
                `select a.id, a.ref, a.v from (${deep}) a where a.v is not null`,
                deep,
            ]);
            return `select q.id, q.v, q.v = ${d.value(c)} as e from (${middle}) q where q.ref is not null or q.v <> ${d.value(c)}`;
        }),
        statement('whole.update', 'an UPDATE of many parts', (d) => {
            const columns = d.several(d.sealed(undefined, { table: 'things', prefix: '' }), 4);
            const set = columns.map((c) => `${c} = ${d.chance(4) && c.column.search !== undefined ? `case when ${caseOf(d)} then ${d.value(c)} else ${c} end` : d.value(c)}`);
            d.source = things;
            const list = items(d, [things], 3);
            return `update things t set ${set.join(', ')} where ${d.condition()} returning t.id, ${list}`;
        }),
        statement('whole.upsert', 'an upsert of many parts', (d) => {
            const columns = d.several(d.sealed(undefined, { table: 'things', prefix: '' }), 3);
            const row = (id) => `(${id}, ${columns.map((c) => d.value(c)).join(', ')})`;
            const set = columns.map((c) => `${c} = excluded.${c}`).join(', ');
            const rows = [row(d.id()), row(d.newId())].join(', ');
            return `insert into things as t (id, ${columns.join(', ')}) values ${rows} on conflict (id) do update set ${set}${d.chance(2) ? ` where t.${d.pick(columns)} is not null` : ''} returning *`;
        }),
        statement('whole.transaction', 'several statements of one transaction', (d) => {
            const made = [];
            for (let at = 0; at < 2 + d.draw(3); at += 1)
                made.push(d.chance(2) ? d.query() : d.write());
            return [...made, 'select * from things order by id'];
        }),
        statement('whole.savepoint', 'a savepoint that is rolled back', (d) => [
            'savepoint a',
            d.write(),
            d.pick(['rollback to a', 'release a']),
            d.write(),
            'select * from parts order by id',
        ]),
    ],
};
const caseOf = (d) => {
    d.source = { table: 'things', prefix: '' };
    return d.condition();
};
//# sourceMappingURL=whole.js.map