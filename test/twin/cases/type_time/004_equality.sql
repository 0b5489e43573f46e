-- description: time: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["08:06:07.530901"]
select id from kinds where k_time = $1 order by id;

select id from kinds where k_time = '08:06:07.530901' order by id;

-- params: ["00:00:00"]
select id from kinds where k_time = $1 order by id;

select id from kinds where k_time = '00:00:00' order by id;

-- params: ["24:00"]
select id from kinds where k_time = $1 order by id;

select id from kinds where k_time = '24:00' order by id;

-- params: ["08:06:07.530901", "00:00:00"]
select id from kinds where k_time in ($1, $2) order by id;

-- params: ["08:06:07.530901"]
select id from kinds where k_time <> $1 order by id;

-- params: ["08:06:07.530901"]
select id from kinds where k_time is distinct from $1 order by id;

-- params: ["{\"08:06:07.530901\",\"00:00:00\",NULL}"]
select id from kinds where k_time = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_time = b.k_time order by 1, 2;
