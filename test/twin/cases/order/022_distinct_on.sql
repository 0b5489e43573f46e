-- description: DISTINCT ON and DISTINCT with ORDER BY (C34, C35)
-- expect: served

select distinct on (o_date) o_date, id from ranks order by o_date, id;

select distinct on (place) place, o_date, id from ranks order by place, o_date desc nulls last, id;

select distinct on (1) o_int4, id from ranks order by 1, 2 desc;

select distinct o_date from ranks order by o_date;

select distinct o_int4 from ranks order by 1 desc nulls last;

select distinct o_bool, place from ranks order by place, o_bool;
