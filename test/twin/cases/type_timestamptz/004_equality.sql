-- description: timestamptz: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["1915-12-10 08:06:07.530901+00"]
select id from kinds where k_timestamptz = $1 order by id;

select id from kinds where k_timestamptz = '1915-12-10 08:06:07.530901+00' order by id;

-- params: ["1915-12-10 09:06:07.530901+01"]
select id from kinds where k_timestamptz = $1 order by id;

select id from kinds where k_timestamptz = '1915-12-10 09:06:07.530901+01' order by id;

-- params: ["infinity"]
select id from kinds where k_timestamptz = $1 order by id;

select id from kinds where k_timestamptz = 'infinity' order by id;

-- params: ["1915-12-10 08:06:07.530901+00", "1915-12-10 09:06:07.530901+01"]
select id from kinds where k_timestamptz in ($1, $2) order by id;

-- params: ["1915-12-10 08:06:07.530901+00"]
select id from kinds where k_timestamptz <> $1 order by id;

-- params: ["1915-12-10 08:06:07.530901+00"]
select id from kinds where k_timestamptz is distinct from $1 order by id;

-- params: ["{\"1915-12-10 08:06:07.530901+00\",\"1915-12-10 09:06:07.530901+01\",NULL}"]
select id from kinds where k_timestamptz = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_timestamptz = b.k_timestamptz order by 1, 2;
