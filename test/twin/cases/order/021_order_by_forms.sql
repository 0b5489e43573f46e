-- description: ORDER BY by ordinal, alias, star, qualified and subquery columns, beside plain columns (C35)
-- expect: served

select id, o_date from ranks order by 2, 1;

select id, o_date as d from ranks order by d desc, id;

select * from ranks order by 10, 1;

select r.* from ranks r order by o_date desc nulls last, r.id;

select place, o_int4, id from ranks order by place desc nulls last, o_int4, id;

select other_date as o_date, id from ranks order by o_date, id;

select x.d from (select o_date as d, id from ranks) x order by x.d nulls first, x.id;

with w as (select id, o_numeric as n from ranks) select id, n from w order by n desc, id;

select a.id, b.o_date from ranks a left join ranks b on a.id = b.id + 1 order by b.o_date, a.id;

select id from ranks where o_date is not null order by o_date, id offset 2 limit 3;

-- params: ["1915-12-10", "1"]
select id, o_date from ranks where (o_date, id) > ($1, $2) order by o_date, id limit 3;

select id, o_int4 from ranks where o_int4 is not null order by o_int4 fetch first 3 rows with ties;

select id, o_date, o_date from ranks order by o_date, id;

select (select o_date from ranks r where r.place = p.id order by o_date desc nulls last limit 1) from items p order by p.id;

select id from ranks order by coalesce(place, 0), o_varchar nulls first, id;
