-- description: jsonb: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["{\"b\": [1, 2.50, null, true], \"canary\": 1}"]
select id from kinds where k_jsonb = $1 order by id;

select id from kinds where k_jsonb = '{"b": [1, 2.50, null, true], "canary": 1}' order by id;

-- params: ["\"canary\""]
select id from kinds where k_jsonb = $1 order by id;

select id from kinds where k_jsonb = '"canary"' order by id;

-- params: ["null"]
select id from kinds where k_jsonb = $1 order by id;

select id from kinds where k_jsonb = 'null' order by id;

-- params: ["{\"b\": [1, 2.50, null, true], \"canary\": 1}", "\"canary\""]
select id from kinds where k_jsonb in ($1, $2) order by id;

-- params: ["{\"b\": [1, 2.50, null, true], \"canary\": 1}"]
select id from kinds where k_jsonb <> $1 order by id;

-- params: ["{\"b\": [1, 2.50, null, true], \"canary\": 1}"]
select id from kinds where k_jsonb is distinct from $1 order by id;

-- params: ["{\"{\\\"b\\\": [1, 2.50, null, true], \\\"canary\\\": 1}\",\"\\\"canary\\\"\",NULL}"]
select id from kinds where k_jsonb = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_jsonb = b.k_jsonb order by 1, 2;
