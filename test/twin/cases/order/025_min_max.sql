-- description: min and max, of groups, of nothing, of every type (C36)
-- expect: served

select min(o_int2), max(o_int2) from ranks;

select place, min(o_int2), max(o_int2) from ranks group by place order by place;

select max(o_int2) from ranks where id = 4;

select min(o_int4), max(o_int4) from ranks;

select place, min(o_int4), max(o_int4) from ranks group by place order by place;

select max(o_int4) from ranks where id = 4;

select min(o_int8), max(o_int8) from ranks;

select place, min(o_int8), max(o_int8) from ranks group by place order by place;

select max(o_int8) from ranks where id = 4;

select min(o_float4), max(o_float4) from ranks;

select place, min(o_float4), max(o_float4) from ranks where id <> 6 group by place order by place;

select max(o_float4) from ranks where id = 4;

select min(o_float8), max(o_float8) from ranks;

select place, min(o_float8), max(o_float8) from ranks where id <> 6 group by place order by place;

select max(o_float8) from ranks where id = 4;

select min(o_numeric), max(o_numeric) from ranks;

select place, min(o_numeric), max(o_numeric) from ranks group by place order by place;

select max(o_numeric) from ranks where id = 4;

select min(o_date), max(o_date) from ranks;

select place, min(o_date), max(o_date) from ranks group by place order by place;

select max(o_date) from ranks where id = 4;

select min(o_time), max(o_time) from ranks;

select place, min(o_time), max(o_time) from ranks group by place order by place;

select max(o_time) from ranks where id = 4;

select min(o_timestamp), max(o_timestamp) from ranks;

select place, min(o_timestamp), max(o_timestamp) from ranks group by place order by place;

select max(o_timestamp) from ranks where id = 4;

select min(o_timestamptz), max(o_timestamptz) from ranks;

select place, min(o_timestamptz), max(o_timestamptz) from ranks group by place order by place;

select max(o_timestamptz) from ranks where id = 4;

select min(o_varchar), max(o_varchar) from ranks;

select place, min(o_varchar), max(o_varchar) from ranks group by place order by place;

select max(o_varchar) from ranks where id = 4;

select min(o_char), max(o_char) from ranks;

select place, min(o_char), max(o_char) from ranks group by place order by place;

select max(o_char) from ranks where id = 4;

select min(o_date) as first, max(o_date) filter (where place = 1) from ranks;

select max(o_date) filter (where o_date < '2000-01-01') from ranks where o_int4 is not null;

select pg_catalog.max(o_int4) from ranks where false;

select x.m from (select max(o_numeric) as m from ranks where o_numeric < 1000) x;

select tag, max(o_int4), count(*) from ranks group by tag having count(*) > 1 order by tag;

select coalesce(max(o_date), '2000-01-01') from ranks where id = 4;
