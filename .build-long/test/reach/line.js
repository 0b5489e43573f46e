/** A whole statement, or several. `writes` need not be said: what a statement does is undone in any case. */
export function statement(id, words, make, options = {}) {
    return { id, words, make, ...options };
}
/** Something that is true, false or NULL for a row of `draft.source`; statements are made around it. */
export function predicate(id, words, fragment, options = {}) {
    return { id, words, predicate: fragment, make: (draft) => aroundPredicate(draft, fragment), ...options };
}
/** A value for a row of `draft.source`. */
export function expression(id, words, fragment, options = {}) {
    return { id, words, make: (draft) => aroundExpression(draft, fragment), ...options };
}
/** A value for all rows, or those of a group. */
export function aggregate(id, words, fragment, options = {}) {
    return { id, words, make: (draft) => aroundAggregate(draft, fragment), ...options };
}
export function tested(id, words, example, testedBy, options = {}) {
    return { id, words, example, testedBy, ...(options.beyond === true ? { beyond: true } : {}) };
}
export const things = { table: 'things', prefix: 't.' };
export const parts = { table: 'parts', prefix: 'p.' };
function aroundPredicate(draft, fragment) {
    switch (draft.draw(14)) {
        case 1:
            return `select id, ${fragment(draft)} as held from things${draft.byId()}`;
        case 2:
            return `select count(*) from things where ${fragment(draft)}`;
        case 3:
            return `select id from things where not (${fragment(draft)})${draft.byId()}`;
        case 4:
            return `select id from things where ${fragment(draft)} and ${draft.condition()}${draft.byId()}`;
        case 5:
            return `select id from things where ${draft.condition()} or ${fragment(draft)}${draft.byId()}`;
        case 6:
            return `update things set p_int4 = 5 where ${fragment(draft)} returning id`;
        case 7:
            return `delete from things where ${fragment(draft)} returning id`;
        case 8:
            return `select id, case when ${fragment(draft)} then 'yes' else 'no' end as c from things${draft.byId()}`;
        case 9:
            return `select count(*) filter (where ${fragment(draft)}), count(*) from things`;
        case 10: {
            draft.source = things;
            return `select t.id, p.id from things t left join parts p on p.ref = t.id and ${fragment(draft)}`;
        }
        case 11: {
            draft.source = things;
            return `select p.id from parts p where exists (select 1 from things t where t.id = p.ref and (${fragment(draft)}))`;
        }
        case 12:
            return `with c as (select id, s_text, o_date from things where ${fragment(draft)}) select * from c${draft.byId()}`;
        case 13:
            return `select * from things where ${fragment(draft)}${draft.byId()}`;
        default:
            return `select id from things where ${fragment(draft)}${draft.byId()}`;
    }
}
function aroundExpression(draft, fragment) {
    switch (draft.draw(10)) {
        case 1:
            return `select ${fragment(draft)}, id from things${draft.filter()}${draft.byId()}`;
        case 2:
            return `select ${fragment(draft)} as x, ${fragment(draft)} as y from things${draft.where()}`;
        case 3:
            return `update things set p_int4 = 1 where id = ${draft.id()} returning id, ${fragment(draft)}`;
        case 4:
            return `delete from things where id = ${draft.id()} returning ${fragment(draft)}`;
        case 5:
            return `select q.x from (select id, ${fragment(draft)} as x from things) q`;
        case 6: {
            draft.source = things;
            return `select t.id, p.id, ${fragment(draft)} from things t left join parts p on p.ref = t.id`;
        }
        case 7:
            return `select id, ${fragment(draft)} from things order by id desc limit ${draft.draw(6)}`;
        case 8:
            return `with q as (select id, ${fragment(draft)} as x from things) select x from q`;
        default:
            return `select id, ${fragment(draft)} from things${draft.byId()}`;
    }
}
function aroundAggregate(draft, fragment) {
    switch (draft.draw(7)) {
        case 1:
            return `select p_bool, ${fragment(draft)} from things group by p_bool`;
        case 2:
            return `select ${fragment(draft)}, count(*) from things${draft.filter()}`;
        case 3:
            return `select ${draft.grouped()} as k, ${fragment(draft)} from things group by 1`;
        case 4:
            return `select q.x from (select ${fragment(draft)} as x from things) q`;
        case 5:
            return `select (select ${fragment(draft)} from things), 1 as n`;
        case 6:
            return `select ${fragment(draft)} from things where false`;
        default:
            return `select ${fragment(draft)} from things`;
    }
}
//# sourceMappingURL=line.js.map