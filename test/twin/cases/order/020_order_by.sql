-- description: ORDER BY of every type, both ways, NULLs at both ends (C35)
-- expect: served

select id from ranks order by o_int2, id;

select id, o_int2 from ranks order by o_int2 desc, id;

select id from ranks order by o_int2 nulls first, id;

select id from ranks order by o_int2 desc nulls last, id limit 4;

select id from ranks order by o_int4, id;

select id, o_int4 from ranks order by o_int4 desc, id;

select id from ranks order by o_int4 nulls first, id;

select id from ranks order by o_int4 desc nulls last, id limit 4;

select id from ranks order by o_int8, id;

select id, o_int8 from ranks order by o_int8 desc, id;

select id from ranks order by o_int8 nulls first, id;

select id from ranks order by o_int8 desc nulls last, id limit 4;

select id from ranks order by o_float4, id;

select id, o_float4 from ranks order by o_float4 desc, id;

select id from ranks order by o_float4 nulls first, id;

select id from ranks order by o_float4 desc nulls last, id limit 4;

select id from ranks order by o_float8, id;

select id, o_float8 from ranks order by o_float8 desc, id;

select id from ranks order by o_float8 nulls first, id;

select id from ranks order by o_float8 desc nulls last, id limit 4;

select id from ranks order by o_numeric, id;

select id, o_numeric from ranks order by o_numeric desc, id;

select id from ranks order by o_numeric nulls first, id;

select id from ranks order by o_numeric desc nulls last, id limit 4;

select id from ranks order by o_bool, id;

select id, o_bool from ranks order by o_bool desc, id;

select id from ranks order by o_bool nulls first, id;

select id from ranks order by o_bool desc nulls last, id limit 4;

select id from ranks order by o_uuid, id;

select id, o_uuid from ranks order by o_uuid desc, id;

select id from ranks order by o_uuid nulls first, id;

select id from ranks order by o_uuid desc nulls last, id limit 4;

select id from ranks order by o_date, id;

select id, o_date from ranks order by o_date desc, id;

select id from ranks order by o_date nulls first, id;

select id from ranks order by o_date desc nulls last, id limit 4;

select id from ranks order by o_time, id;

select id, o_time from ranks order by o_time desc, id;

select id from ranks order by o_time nulls first, id;

select id from ranks order by o_time desc nulls last, id limit 4;

select id from ranks order by o_timestamp, id;

select id, o_timestamp from ranks order by o_timestamp desc, id;

select id from ranks order by o_timestamp nulls first, id;

select id from ranks order by o_timestamp desc nulls last, id limit 4;

select id from ranks order by o_timestamptz, id;

select id, o_timestamptz from ranks order by o_timestamptz desc, id;

select id from ranks order by o_timestamptz nulls first, id;

select id from ranks order by o_timestamptz desc nulls last, id limit 4;

select id from ranks order by o_varchar, id;

select id, o_varchar from ranks order by o_varchar desc, id;

select id from ranks order by o_varchar nulls first, id;

select id from ranks order by o_varchar desc nulls last, id limit 4;

select id from ranks order by o_char, id;

select id, o_char from ranks order by o_char desc, id;

select id from ranks order by o_char nulls first, id;

select id from ranks order by o_char desc nulls last, id limit 4;
