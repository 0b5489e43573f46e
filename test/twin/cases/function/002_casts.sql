-- description: Casts of a sealed column in the select list, computed on the opened value
-- expect: served

select id, score::text, score::int8, score::numeric, score::float8, score::varchar(3), birthday::text, birthday::timestamp, birthday::varchar from users order by id;

select id, amount::text, amount::int8, amount::numeric(14,1), amount::float8 from orders order by id;

select id, phone::varchar(5), email::varchar(6), email::char(4), notes::text from users order by id;

select id, k_bool::text, k_bool::int, k_uuid::text, k_timestamp::date, k_timestamp::text, k_time::text, k_interval::text, k_bytea::text, k_jsonb::text, k_json::text from kinds where id <> 4 order by id;

select id, k_int2::int4::text, left(k_int8::text, 4), length(k_numeric::text) from kinds order by id;

select cast(score as text) as s from users where id = 1;

-- error: 22003
select score::int2 from users where id = 1;

select 1;
