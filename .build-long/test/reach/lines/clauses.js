// More than 400 lines, since a line of the page is a line here: clauses, by the table they stand in.
import { integers, strings } from '../draft.js';
import { parts, statement, things } from '../line.js';
/** `t` joined with `p` in some way, by a plain column and now and then a sealed one. */
function joinOn(d) {
    if (!d.chance(2))
        return 'p.ref = t.id';
    const [c, e] = d.pair('equality', things, parts);
    return `${c} = ${e}`;
}
const joins = [
    ['inner', '`JOIN ... ON`', 'join'],
    ['left', '`LEFT JOIN`', 'left join'],
    ['right', '`RIGHT JOIN`', 'right join'],
    ['full', '`FULL JOIN`', 'full join'],
];
export const lists = {
    title: 'Lists and sources',
    lines: [
        statement('from.star', '`SELECT *`', (d) => `select * from things${d.where()}${d.byId()}`),
        statement('from.table-star', '`SELECT t.*`', (d) => {
            d.source = things;
            return `select t.*, p.id from things t join parts p on p.ref = t.id${d.where()}`;
        }),
        statement('from.columns', 'columns', (d) => `select ${d.several(d.sealed(), 5).join(', ')} from things${d.where()}`),
        statement('from.alias', '`AS`, with and without the word', (d) => {
            return `select ${d.sealed()} as x, ${d.sealed()} y from things${d.where()}`;
        }),
        statement('from.table-alias', 'names of tables and lists of names', (d) => {
            d.source = things;
            return d.pick([
                `select t.id, ${d.sealed()} from things as t${d.where()}`,
                `select x.a, x.b from (select id, s_text from things) as x (a, b)`,
            ]);
        }),
        statement('from.schema', '`public.things`', (d) => `select id, ${d.sealed()} from public.things${d.where()}`),
        statement('from.only', '`FROM ONLY`', (d) => `select id, ${d.sealed()} from only things${d.where()}`),
        ...joins.map(([id, words, sql]) => statement(`from.join-${id}`, words, (d) => {
            d.source = things;
            const [c, e] = [d.sealed(), d.sealed(undefined, parts)];
            return `select t.id, p.id, ${c}, ${e} from things t ${sql} parts p on ${joinOn(d)}${d.where()}`;
        })),
        statement('from.join-cross', '`CROSS JOIN`, lists of FROM', (d) => {
            d.source = things;
            const [c, e] = [d.sealed(), d.sealed(undefined, parts)];
            return `select ${c}, ${e} from things t ${d.pick(['cross join parts p', ', parts p'])} where t.id < 5 and p.id < 4`;
        }),
        statement('from.join-self', 'a table joined with itself', (d) => {
            const [c, e] = d.pair(d.pick(['equality', 'order']), things, { table: 'things', prefix: 'u.' });
            return `select t.id, u.id, ${c} from things t join things u on ${c} = ${e}`;
        }),
        statement('from.join-using', '`USING` a plain column', (d) => {
            const c = d.sealed(undefined, things);
            return `select id, ${c} from things t join parts p using (id)`;
        }),
        statement('from.join-using-sealed', '`USING` a sealed column', (d) => {
            const [c] = d.pair('equality', things, parts);
            return `select ${d.chance(2) ? c.bare : 't.id, p.id'} from things t join parts p using (${c.bare})`;
        }),
        statement('from.natural', '`NATURAL JOIN`', (d) => {
            const c = d.pick(['s_text', 's_int4', 's_date']);
            return `select ${c} from (select id, ${c} from things) a natural join (select ${c}, p_int4 from parts) b`;
        }),
        statement('from.lateral', '`LATERAL`', (d) => {
            const c = d.sealed(undefined, { table: 'parts', prefix: '' });
            return `select t.id, x.* from things t, lateral (select id as n, ${c} from parts where ref = t.id) x`;
        }),
        statement('from.subquery', 'a query in FROM', (d) => {
            const c = d.sealed();
            return `select q.id, q.${c} from (select id, ${c} from things${d.where()}) q where q.id <> ${d.id()}`;
        }),
        statement('from.subquery-filtered', 'a search on a query in FROM', (d) => {
            const c = d.searched();
            return `select q.id from (select id, ${c} as v from things) q where q.v = ${d.value(c)}`;
        }),
        statement('from.values', '`VALUES` in FROM', (d) => {
            const c = d.sealed();
            return `select v.n, ${c} from (values (1, 'a'), (2, 'b')) v (n, w) join things on things.id = v.n`;
        }),
        statement('from.unnest', '`UNNEST` of an array in FROM', (d) => {
            const c = d.eq(['text', 'int4', 'uuid']);
            return `select id, x.v from things, unnest('{1,2}'::int[]) as x (v) where ${c} = ${d.value(c)}`;
        }),
        statement('from.unnest-search', 'a search for what `UNNEST` of an array gives', (d) => {
            const c = d.eq(['text', 'int4', 'uuid', 'int8']);
            const list = d.parameter(`{"${d.text(c).replace(/["\\]/g, '')}"}`);
            return `select id from things where ${c} in (select unnest(${list}::${c.column.type}[]))`;
        }),
        statement('from.series', '`generate_series` in FROM', (d) => {
            return `select g, ${d.sealed()} from generate_series(1, 4) g join things on things.id = g`;
        }),
        statement('from.sample', '`TABLESAMPLE`', (d) => `select id, ${d.sealed()} from things tablesample bernoulli (100)`),
        statement('from.view', 'a view over a mapped table', (d) => `select * from thing_list where s_text = ${d.value(d.named('s_text'))}`),
        statement('from.system', 'system columns beside sealed ones', (d) => `select tableoid::regclass::text, xmin is not null, ${d.sealed()} from things${d.where()}`),
        statement('from.with', '`WITH`', (d) => {
            const c = d.sealed();
            return `with c as (select id, ${c} from things${d.where()}) select * from c`;
        }),
        statement('from.with-materialized', '`WITH ... AS [NOT] MATERIALIZED`', (d) => {
            const c = d.searched();
            return `with c as ${d.pick(['', 'not '])}materialized (select id, ${c} as v from things) select id, v from c where v = ${d.value(c)}`;
        }),
        statement('from.with-several', 'several queries of one WITH', (d) => {
            const [c, e] = d.pair('equality', things, parts);
            return `with a as (select id, ${c.bare} as v from things), b as (select id, ${e.bare} as v from parts) select a.id, b.id, a.v from a join b on a.v = b.v`;
        }),
        statement('from.with-recursive', '`WITH RECURSIVE`', (d) => {
            const c = d.sealed();
            return `with recursive r (n) as (select 1 union all select n + 1 from r where n < 4) select n, ${c} from r join things on things.id = n`;
        }),
        statement('from.with-recursive-sealed', '`WITH RECURSIVE` over sealed columns', (d) => {
            d.source = things;
            const c = d.sealed();
            return `with recursive r as (select t.id, t.ref, ${c} from things t where t.id = ${d.id()} union all select t.id, t.ref, ${c} from things t join r on r.ref = t.id and t.id > r.id) select * from r`;
        }),
        statement('from.with-writes', 'a statement that writes in WITH', (d) => {
            const c = d.sealed();
            return `with w as (delete from things where id = ${d.id()} returning id, ${c}) select * from w`;
        }),
        statement('from.with-inserts', 'an INSERT in WITH', (d) => {
            const c = d.eq();
            return `with w as (insert into things (id, ${c}) values (${d.newId()}, ${d.value(c)}) returning id, ${c}) select w.id, ${c} from w`;
        }),
        statement('from.with-updates', 'an UPDATE in WITH', (d) => {
            const c = d.eq();
            return `with w as (update things set ${c} = ${d.value(c)} where id = ${d.id()} returning id, ${c}) select * from w`;
        }),
    ],
};
export const orders = {
    title: 'Order and limits',
    lines: [
        statement('order.plain', '`ORDER BY` a plain column', (d) => {
            d.isOrdered = true;
            return `select id, ${d.sealed()} from things order by p_int4 ${d.pick(['', 'desc'])}, id`;
        }),
        ...['asc', 'desc', 'nulls first', 'nulls last', 'desc nulls last'].map((how) => statement(`order.${how.replaceAll(' ', '-')}`, `\`ORDER BY ... ${how.toUpperCase()}\``, (d) => {
            d.isOrdered = true;
            return `select id from things${d.where()} order by ${d.ord()} ${how}, id`;
        })),
        statement('order.shown', '`ORDER BY` a column of the list', (d) => {
            const c = d.ord();
            d.isOrdered = true;
            return `select id, ${c} from things${d.where()} order by ${c}, id`;
        }),
        statement('order.ordinal', '`ORDER BY` an ordinal', (d) => {
            d.isOrdered = true;
            return `select ${d.ord()}, id from things order by 1 ${d.pick(['', 'desc'])}, 2`;
        }),
        statement('order.alias', '`ORDER BY` an alias', (d) => {
            d.isOrdered = true;
            return `select ${d.ord()} as k, id from things order by k ${d.pick(['', 'desc'])}, id`;
        }),
        statement('order.several', '`ORDER BY` several sealed columns', (d) => {
            d.isOrdered = true;
            return `select id from things order by ${d.ord()}, ${d.ord()} desc, id`;
        }),
        statement('order.subquery', '`ORDER BY` a column of a query in FROM', (d) => {
            d.isOrdered = true;
            return `select q.id from (select id, ${d.ord()} as v from things) q order by q.v, q.id`;
        }),
        statement('order.with', '`ORDER BY` a column of WITH', (d) => {
            d.isOrdered = true;
            return `with c as (select id, ${d.ord()} as v from things) select id, v from c order by v desc, id`;
        }),
        statement('order.join', '`ORDER BY` over a join', (d) => {
            d.source = things;
            d.isOrdered = true;
            return `select t.id, p.id from things t join parts p on p.ref = t.id order by ${d.ord()}, t.id, p.id`;
        }),
        statement('order.expression', '`ORDER BY` an expression of a sealed column', (d) => {
            const c = d.ord();
            d.isOrdered = true;
            return `select id from things order by coalesce(${c}, ${d.literal(c)}), id`;
        }, { beyond: true }),
        statement('order.condition', '`ORDER BY` a comparison of a sealed column', (d) => {
            const c = d.searched();
            d.isOrdered = true;
            return `select id from things order by ${c} = ${d.value(c)}, id`;
        }),
        statement('order.is-null', '`ORDER BY column IS NULL`', (d) => {
            d.isOrdered = true;
            return `select id from things order by ${d.sealed()} is null, id`;
        }),
        statement('order.using', '`ORDER BY ... USING`', (d) => {
            d.isOrdered = true;
            return `select id from things order by ${d.ord()} using <, id`;
        }, { beyond: true }),
        statement('order.limit', '`LIMIT`', (d) => `select id, ${d.sealed()} from things${d.byId()} limit ${d.draw(9)}`),
        statement('order.limit-sealed', '`ORDER BY` a sealed column with `LIMIT`', (d) => {
            d.isOrdered = true;
            return `select id, ${d.sealed()} from things${d.where()} order by ${d.ord()} ${d.pick(['', 'desc'])}, id limit ${d.draw(9)}`;
        }),
        statement('order.limit-parameter', '`LIMIT $1`', (d) => {
            return `select id, ${d.sealed()} from things${d.byId()} limit ${d.parameter(String(d.draw(6)))}`;
        }),
        statement('order.limit-all', '`LIMIT ALL`', (d) => `select id, ${d.sealed()} from things${d.byId()} limit all`),
        statement('order.offset', '`OFFSET`', (d) => `select id, ${d.sealed()} from things${d.byId()} offset ${d.draw(9)} limit 4`),
        statement('order.fetch', '`FETCH FIRST ... ROWS ONLY`', (d) => {
            return `select id, ${d.sealed()} from things${d.byId()} fetch first ${d.draw(6) + 1} rows only`;
        }),
        statement('order.ties', '`FETCH FIRST ... WITH TIES`', (d) => {
            return `select id, p_bool from things order by ${d.ord()} fetch first ${d.draw(6) + 1} rows with ties`;
        }),
        statement('order.keyset', 'paging by `(column, id) > ($1, $2)`', (d) => {
            const c = d.ranked(['int4', 'int8', 'date', 'timestamptz', 'uuid']);
            d.isOrdered = true;
            return `select id, ${c} from things where (${c}, id) > (${d.value(c)}, ${d.id()}) order by ${c}, id limit ${d.draw(6) + 1}`;
        }),
        ...['for update', 'for no key update', 'for share', 'for key share'].map((how) => statement(`lock.${how.slice(4).replaceAll(' ', '-')}`, `\`${how.toUpperCase()}\``, (d) => {
            return `select id, ${d.sealed()} from things${d.where()}${d.byId()} ${how}`;
        })),
        statement('lock.of', '`FOR UPDATE OF t`', (d) => {
            d.source = things;
            return `select t.id, ${d.sealed()} from things t join parts p on p.ref = t.id${d.where()} for update of t`;
        }),
        statement('lock.skip', '`SKIP LOCKED`', (d) => `select id, ${d.sealed()} from things${d.byId()} limit 3 for update skip locked`),
        statement('lock.nowait', '`NOWAIT`', (d) => `select id, ${d.sealed()} from things${d.byId()} limit 3 for share nowait`),
    ],
};
export const groups = {
    title: 'Groups',
    lines: [
        statement('group.name', '`GROUP BY` a sealed column', (d) => {
            const c = d.grouped();
            return `select ${c}, count(*) from things${d.where()} group by ${c}`;
        }),
        statement('group.ordinal', '`GROUP BY` an ordinal', (d) => `select ${d.grouped()}, count(*) from things group by 1`),
        statement('group.alias', '`GROUP BY` an alias', (d) => `select ${d.grouped()} as k, count(*) from things group by k`),
        statement('group.several', '`GROUP BY` several columns', (d) => {
            const c = d.grouped();
            return `select ${c}, p_bool, count(*), max(p_int4) from things group by ${c}, p_bool`;
        }),
        statement('group.plain', '`GROUP BY` a plain column beside sealed ones', (d) => {
            return `select p_bool, count(*), count(${d.sealed()}) from things${d.where()} group by p_bool`;
        }),
        statement('group.key', '`GROUP BY` the primary key', (d) => `select id, ${d.sealed()}, count(*) from things group by id`),
        statement('group.rollup', '`ROLLUP`', (d) => {
            const c = d.grouped();
            return `select ${c}, p_bool, count(*) from things group by rollup (${c}, p_bool)`;
        }),
        statement('group.cube', '`CUBE`', (d) => {
            const c = d.grouped();
            return `select ${c}, p_bool, count(*) from things group by cube (p_bool, ${c})`;
        }),
        statement('group.sets', '`GROUPING SETS`', (d) => {
            const c = d.grouped();
            const e = d.named('s_code');
            return `select ${c}, ${e}, count(*) from things group by grouping sets ((${c}), (${e}), ())`;
        }),
        statement('group.grouping', '`GROUPING()`', (d) => {
            const c = d.grouped();
            return `select ${c}, grouping(${c}), count(*) from things group by rollup (${c})`;
        }),
        statement('group.having', '`HAVING` of counts', (d) => {
            const c = d.grouped();
            return `select ${c} from things group by ${c} having count(*) > ${d.draw(3)}`;
        }),
        statement('group.having-sealed', '`HAVING` of the grouped column', (d) => {
            const c = d.grouped();
            return `select ${c}, count(*) from things group by ${c} having ${c} <> ${d.value(c)}`;
        }),
        statement('group.order-count', '`GROUP BY` ordered by a count', (d) => {
            const c = d.grouped();
            return `select ${c}, count(*) from things group by ${c} order by count(*) desc`;
        }),
        statement('group.order-sealed', '`GROUP BY` ordered by the sealed column', (d) => {
            const c = d.ranked();
            d.isOrdered = true;
            return `select ${c}, count(*) from things group by ${c} order by ${c} ${d.pick(['', 'desc'])}`;
        }),
        statement('group.subquery', '`GROUP BY` in a query in FROM', (d) => {
            const c = d.grouped();
            return `select q.k, q.n from (select ${c} as k, count(*) as n from things group by 1) q where q.n > 1`;
        }),
        statement('group.join', '`GROUP BY` over a join', (d) => {
            d.source = things;
            const c = d.grouped();
            return `select ${c}, count(p.id) from things t left join parts p on p.ref = t.id group by ${c}`;
        }),
        statement('group.expression', '`GROUP BY` an expression of a sealed column', (d) => {
            const c = d.grouped(['text', 'varchar']);
            return `select count(*) from things group by coalesce(${c}, 'canary a')`;
        }, { beyond: true }),
        statement('group.distinct', '`SELECT DISTINCT`', (d) => `select distinct ${d.grouped()}, p_bool from things${d.where()}`),
        statement('group.distinct-one', '`SELECT DISTINCT` of one column', (d) => `select distinct ${d.grouped()} from things`),
        statement('group.distinct-order', '`SELECT DISTINCT` with `ORDER BY`', (d) => {
            const c = d.ranked();
            d.isOrdered = true;
            return `select distinct ${c} from things order by ${c} ${d.pick(['', 'desc', 'nulls first'])}`;
        }),
        statement('group.distinct-on', '`DISTINCT ON`', (d) => {
            const c = d.ranked();
            d.isOrdered = true;
            return `select distinct on (${c}) ${c}, id from things order by ${c}, id`;
        }),
        statement('group.distinct-on-plain', '`DISTINCT ON` a plain column', (d) => {
            d.isOrdered = true;
            return `select distinct on (p_bool) p_bool, id, ${d.sealed()} from things order by p_bool, id`;
        }),
        statement('group.union-all', '`UNION ALL`', (d) => {
            const [c, e] = d.pair(d.pick(['equality', 'order', 'none']), { table: 'things', prefix: '' }, { table: 'parts', prefix: '' });
            return `select id, ${c} from things${d.where()} union all select id, ${e} from parts`;
        }),
        statement('group.union-all-value', '`UNION ALL` with values', (d) => {
            const c = d.sealed();
            return `select id, ${c} from things union all select 0, ${d.value(c)}`;
        }),
        ...['union', 'intersect', 'except', 'intersect all', 'except all'].map((how) => statement(`group.${how.replace(' ', '-')}`, `\`${how.toUpperCase()}\``, (d) => {
            const [c, e] = d.pair('equality', { table: 'things', prefix: '' }, { table: 'parts', prefix: '' });
            return `select ${c} from things${d.where()} ${how} select ${e} from parts`;
        })),
        statement('group.union-subquery', '`UNION ALL` in a query in FROM', (d) => {
            const [c, e] = d.pair('equality', { table: 'things', prefix: '' }, { table: 'parts', prefix: '' });
            return `select q.v from (select id, ${c} as v from things union all select id, ${e} from parts) q where q.id < 5`;
        }),
        statement('group.union-order', '`UNION ALL` ordered by a sealed column', (d) => {
            const [c, e] = d.pair('order', { table: 'things', prefix: '' }, { table: 'parts', prefix: '' });
            return `select ${c} as v from things union all select ${e} from parts order by v`;
        }),
    ],
};
export const windows = {
    title: 'Windows',
    lines: [
        ...['row_number', 'rank', 'dense_rank', 'percent_rank', 'cume_dist'].map((name) => statement(`window.${name.replace('_', '-')}`, `\`${name}()\` ordered by a sealed column`, (d) => {
            const c = d.ord();
            return `select id, ${name}() over (order by ${c}${name === 'row_number' ? ', id' : ''}) from things`;
        })),
        statement('window.partition', '`PARTITION BY` a sealed column', (d) => {
            return `select id, row_number() over (partition by ${d.searched()} order by id) from things`;
        }),
        statement('window.partition-ordered', '`PARTITION BY` and `ORDER BY` sealed columns', (d) => {
            return `select id, rank() over (partition by ${d.searched()} order by ${d.ord()} desc) from things`;
        }),
        statement('window.count', '`count() OVER`', (d) => `select id, count(${d.sealed()}) over (order by id) from things`),
        statement('window.sum', 'aggregates of plain columns over a sealed partition', (d) => {
            return `select id, sum(p_int2) over (partition by ${d.searched()}) from things`;
        }),
        ...['lag', 'lead', 'first_value', 'last_value'].map((name) => statement(`window.${name.replace('_', '-')}`, `\`${name}()\` of a sealed column`, (d) => {
            return `select id, ${name}(${d.sealed()}) over (order by id) from things`;
        })),
        statement('window.nth-value', '`nth_value()` of a sealed column', (d) => {
            return `select id, nth_value(${d.sealed()}, 2) over (order by id) from things`;
        }),
        statement('window.lag-offset', '`lag(column, n)`', (d) => `select id, lag(${d.sealed()}, 2) over (order by id) from things`),
        statement('window.lag-default', '`lag(column, n, value)`', (d) => {
            const c = d.sealed(strings);
            return `select id, lag(${c}, 1, ${d.literal(c)}) over (order by id) from things`;
        }, { beyond: true }),
        statement('window.named', '`WINDOW w AS`', (d) => {
            return `select id, rank() over w, count(*) over w from things window w as (partition by ${d.searched()} order by p_int4)`;
        }),
        statement('window.frame-rows', '`ROWS BETWEEN`', (d) => {
            return `select id, first_value(${d.sealed()}) over (order by id rows between 1 preceding and 1 following) from things`;
        }),
        statement('window.frame-range', '`RANGE` over a sealed order', (d) => {
            return `select id, count(*) over (order by ${d.ord()} range between unbounded preceding and current row) from things`;
        }),
        statement('window.frame-groups', '`GROUPS` over a sealed order', (d) => {
            return `select id, count(*) over (order by ${d.ord()} groups between 1 preceding and current row) from things`;
        }),
        statement('window.frame-exclude', '`EXCLUDE`', (d) => {
            return `select id, count(*) over (order by ${d.ord()} groups between 1 preceding and 1 following exclude ${d.pick(['ties', 'group', 'current row'])}) from things`;
        }),
        statement('window.filter', '`FILTER` of a window', (d) => {
            const c = d.searched();
            return `select id, count(*) filter (where ${c} = ${d.value(c)}) over (order by id) from things`;
        }),
        statement('window.subquery', 'a window in a query in FROM', (d) => {
            const c = d.sealed();
            return `select q.id, q.v from (select id, ${c} as v, row_number() over (partition by ${d.searched()} order by id) as n from things) q where q.n = 1`;
        }),
        statement('window.ntile', '`ntile()`', (d) => `select id, ntile(3) over (order by ${d.ord(integers)}, id) from things`),
    ],
};
//# sourceMappingURL=clauses.js.map