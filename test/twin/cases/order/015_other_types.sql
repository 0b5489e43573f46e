-- description: Operands of other types, between two values and beyond all (B8, C40)
-- expect: served

select id from ranks where o_int2 < 100000 order by id;

select id from ranks where o_int2 > 100000 order by id;

select id from ranks where o_int2 <= -0.5 order by id;

select id from ranks where o_int2 > -0.5 order by id;

select id from ranks where o_int2 = -0.5 order by id;

select id from ranks where o_int4 >= 867530900.5 order by id;

select id from ranks where o_int4 < 'NaN'::float8 order by id;

select id from ranks where o_int8 < 1e30::numeric order by id;

select id from ranks where o_int8 between -0.5 and 0.5 order by id;

select id from ranks where o_float4 < 0.1::float8 order by id;

select id from ranks where o_float4 <= 867530.9::float8 order by id;

select id from ranks where o_float8 <= 1 order by id;

select id from ranks where o_numeric > 0.0005 order by id;

select id from ranks where o_numeric <= 0.0005 order by id;

select id from ranks where o_numeric < 1e15 order by id;

select id from ranks where o_numeric < 'Infinity' order by id;

select id from ranks where o_numeric > 867530 order by id;

select id from ranks where o_date < '1915-12-10 12:00'::timestamp order by id;

select id from ranks where o_date >= '1915-12-10 12:00'::timestamp order by id;

select id from ranks where o_date <= '1915-12-10 00:00'::timestamp order by id;

select id from ranks where o_timestamp < '2024-02-29'::date order by id;

select id from ranks where o_timestamptz >= '2024-02-29'::date order by id;

select id from ranks where o_timestamptz < '2024-02-29 00:00'::timestamp order by id;

select id from ranks where o_time < interval '1 day' order by id;

select id from ranks where o_time < interval '-1 second' order by id;

select id from ranks where o_char < 'canary  '::text order by id;

select id from ranks where o_char <= 'canary'::varchar order by id;

select id from ranks where o_varchar >= 'canary'::text order by id;
