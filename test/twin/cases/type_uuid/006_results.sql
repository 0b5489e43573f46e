-- description: uuid: through COALESCE, CASE, subqueries, CTE and UNION ALL
-- expect: served

select id, coalesce(k_uuid, 'ca0a51e5-ca0a-4000-8000-0000000000c1') from kinds order by id;

select id, case when id < 3 then k_uuid else null end from kinds order by id;

with c as (select id, k_uuid as v from kinds) select v from c order by id;

select s.v from (select id, k_uuid from kinds) s (i, v) order by s.i;

(select id, k_uuid from kinds where id = 1) union all (select id, k_uuid from kinds where id = 2) order by 1;

select (select k_uuid from kinds k where k.id = i.id) from items i order by i.id;
