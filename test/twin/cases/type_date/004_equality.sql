-- description: date: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["1915-12-10"]
select id from kinds where k_date = $1 order by id;

select id from kinds where k_date = '1915-12-10' order by id;

-- params: ["-infinity"]
select id from kinds where k_date = $1 order by id;

select id from kinds where k_date = '-infinity' order by id;

-- params: ["2024-02-29"]
select id from kinds where k_date = $1 order by id;

select id from kinds where k_date = '2024-02-29' order by id;

-- params: ["1915-12-10", "-infinity"]
select id from kinds where k_date in ($1, $2) order by id;

-- params: ["1915-12-10"]
select id from kinds where k_date <> $1 order by id;

-- params: ["1915-12-10"]
select id from kinds where k_date is distinct from $1 order by id;

-- params: ["{\"1915-12-10\",\"-infinity\",NULL}"]
select id from kinds where k_date = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_date = b.k_date order by 1, 2;
