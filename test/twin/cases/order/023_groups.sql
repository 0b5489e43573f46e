-- description: GROUP BY and aggregates by order (C34, C36)
-- expect: served

select o_date, count(*) from ranks group by o_date order by o_date;

select o_int4, count(*) from ranks group by 1 order by 1 desc;

select place, array_agg(id order by o_date, id) from ranks group by place order by place;

select string_agg(tag, ',' order by o_varchar desc nulls last, id) from ranks;

select array_agg(id order by o_numeric, id) filter (where o_int4 > 0) from ranks;

select count(distinct o_date) from ranks;
