-- description: GROUP BY and DISTINCT of every type whose equal values are alike
-- expect: served
-- order: multiset

select k_text, count(*) from kinds group by k_text;

select k_varchar, count(*) from kinds group by k_varchar;

select k_char, count(*) from kinds group by k_char;

select k_bytea, count(*) from kinds group by k_bytea;

select distinct k_int2, k_int4, k_int8 from kinds;

select k_numeric, count(*) from kinds group by k_numeric;

select k_bool, count(*) from kinds group by k_bool;

select distinct k_uuid from kinds;

select distinct k_date, k_time, k_timestamp, k_timestamptz from kinds;

select count(*) from kinds group by k_jsonb;

select count(*) from kinds group by k_interval;

select count(*) from kinds group by k_float8, k_float4;
