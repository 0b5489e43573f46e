-- description: Several types, several matches
-- expect: served
-- order: multiset

update kinds set k_text = 'canary t', k_numeric = 8675309.125, k_bool = true, k_timestamptz = '2024-01-01 00:00+02', k_jsonb = '{"canary": 1.50}', k_bytea = '\x63616e617279' where id > 2
  returning id, k_text, k_numeric, k_bool, k_timestamptz, k_jsonb, k_bytea;

-- params: ["8 days", "1", "canary"]
update kinds set k_interval = $1, k_float8 = $2, k_char = $3 where id < 5 returning id, k_interval, k_float8, k_char, k_json;
