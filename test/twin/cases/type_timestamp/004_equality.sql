-- description: timestamp: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["1915-12-10 08:06:07.530901"]
select id from kinds where k_timestamp = $1 order by id;

select id from kinds where k_timestamp = '1915-12-10 08:06:07.530901' order by id;

-- params: ["infinity"]
select id from kinds where k_timestamp = $1 order by id;

select id from kinds where k_timestamp = 'infinity' order by id;

-- params: ["2024-02-29 23:59:59.999999"]
select id from kinds where k_timestamp = $1 order by id;

select id from kinds where k_timestamp = '2024-02-29 23:59:59.999999' order by id;

-- params: ["1915-12-10 08:06:07.530901", "infinity"]
select id from kinds where k_timestamp in ($1, $2) order by id;

-- params: ["1915-12-10 08:06:07.530901"]
select id from kinds where k_timestamp <> $1 order by id;

-- params: ["1915-12-10 08:06:07.530901"]
select id from kinds where k_timestamp is distinct from $1 order by id;

-- params: ["{\"1915-12-10 08:06:07.530901\",\"infinity\",NULL}"]
select id from kinds where k_timestamp = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_timestamp = b.k_timestamp order by 1, 2;
