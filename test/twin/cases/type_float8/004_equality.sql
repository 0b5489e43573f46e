-- description: float8: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["867530.9867530901"]
select id from kinds where k_float8 = $1 order by id;

select id from kinds where k_float8 = '867530.9867530901' order by id;

-- params: ["NaN"]
select id from kinds where k_float8 = $1 order by id;

select id from kinds where k_float8 = 'NaN' order by id;

-- params: ["0"]
select id from kinds where k_float8 = $1 order by id;

select id from kinds where k_float8 = '0' order by id;

-- params: ["-Infinity"]
select id from kinds where k_float8 = $1 order by id;

select id from kinds where k_float8 = '-Infinity' order by id;

-- params: ["867530.9867530901", "NaN"]
select id from kinds where k_float8 in ($1, $2) order by id;

-- params: ["867530.9867530901"]
select id from kinds where k_float8 <> $1 order by id;

-- params: ["867530.9867530901"]
select id from kinds where k_float8 is distinct from $1 order by id;

-- params: ["{\"867530.9867530901\",\"NaN\",NULL}"]
select id from kinds where k_float8 = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_float8 = b.k_float8 order by 1, 2;
