-- description: numeric: through COALESCE, CASE, subqueries, CTE and UNION ALL
-- expect: served

select id, coalesce(k_free, '1.5') from kinds order by id;

select id, case when id < 3 then k_free else null end from kinds order by id;

with c as (select id, k_free as v from kinds) select v from c order by id;

select s.v from (select id, k_free from kinds) s (i, v) order by s.i;

(select id, k_free from kinds where id = 1) union all (select id, k_free from kinds where id = 2) order by 1;

select (select k_free from kinds k where k.id = i.id) from items i order by i.id;
