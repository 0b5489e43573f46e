-- description: Every type in JSON, under several settings
-- expect: served

select json_agg(k order by id) from kinds k;

select jsonb_agg(k order by id) from kinds k;

select id, to_json(k_float4), to_json(k_float8), to_json(k_numeric), to_json(k_free), to_json(k_bool), to_json(k_uuid), to_json(k_char) from kinds order by id;

select id, to_jsonb(k_float4), to_jsonb(k_float8), to_jsonb(k_numeric), to_jsonb(k_free), to_jsonb(k_bool), to_jsonb(k_uuid), to_jsonb(k_char) from kinds order by id;

select json_agg(k_json order by id), json_agg(k_jsonb order by id), jsonb_agg(k_json order by id) from kinds;

set datestyle = 'German';

set intervalstyle = 'iso_8601';

set timezone = 'Asia/Kolkata';

set bytea_output = 'escape';

set extra_float_digits = 0;

select to_jsonb(k) from kinds k order by id;

select row_to_json(k) from kinds k order by id;

select array_agg(k_date order by id), array_agg(k_bytea order by id), array_agg(k_interval order by id), array_agg(k_timestamptz order by id) from kinds;

set timezone = 'Africa/Monrovia';

select json_build_array(k_timestamptz, k_timestamp, k_date, k_time) from kinds order by id;
