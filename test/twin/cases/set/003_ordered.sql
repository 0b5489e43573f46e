-- description: Set operations of sealed columns in order
-- expect: served

select o_int4, id from ranks union all select o_int4, id + 100 from ranks order by 1, id;

select o_int4 from ranks union select o_int4 from ranks order by o_int4 desc nulls last;

select o_date as day from ranks union select o_date from ranks where id > 3 order by day limit 3;

select o_date as day from ranks union select o_date from ranks where id > 3 order by 1 nulls first offset 1;

select o_numeric, place from ranks except select o_numeric, place from ranks where id < 4 order by o_numeric, place;

select o_varchar from ranks intersect select o_varchar from ranks where id <> 2 order by 1;

(select o_uuid from ranks) union (select o_uuid from ranks order by id limit 3) order by o_uuid fetch first 4 rows only;

select s.d from (select o_date as d from ranks union all select o_date from ranks where id > 3 order by d) s where s.d is not null order by s.d;

select id, o_bool from ranks union all select id, o_bool from ranks order by o_bool, id;
