-- description: int4: through COALESCE, CASE, subqueries, CTE and UNION ALL
-- expect: served

select id, coalesce(k_int4, '42') from kinds order by id;

select id, case when id < 3 then k_int4 else null end from kinds order by id;

with c as (select id, k_int4 as v from kinds) select v from c order by id;

select s.v from (select id, k_int4 from kinds) s (i, v) order by s.i;

(select id, k_int4 from kinds where id = 1) union all (select id, k_int4 from kinds where id = 2) order by 1;

select (select k_int4 from kinds k where k.id = i.id) from items i order by i.id;
