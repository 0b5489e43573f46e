-- description: char(8): through COALESCE, CASE, subqueries, CTE and UNION ALL
-- expect: served

select id, coalesce(k_char, 'canary') from kinds order by id;

select id, case when id < 3 then k_char else null end from kinds order by id;

with c as (select id, k_char as v from kinds) select v from c order by id;

select s.v from (select id, k_char from kinds) s (i, v) order by s.i;

(select id, k_char from kinds where id = 1) union all (select id, k_char from kinds where id = 2) order by 1;

select (select k_char from kinds k where k.id = i.id) from items i order by i.id;
