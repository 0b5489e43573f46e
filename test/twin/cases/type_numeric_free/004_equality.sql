-- description: numeric: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["8675309.8675309"]
select id from kinds where k_free = $1 order by id;

select id from kinds where k_free = '8675309.8675309' order by id;

-- params: ["NaN"]
select id from kinds where k_free = $1 order by id;

select id from kinds where k_free = 'NaN' order by id;

-- params: ["1.5"]
select id from kinds where k_free = $1 order by id;

select id from kinds where k_free = '1.5' order by id;

-- params: ["1.500"]
select id from kinds where k_free = $1 order by id;

select id from kinds where k_free = '1.500' order by id;

-- params: ["8675309.8675309", "NaN"]
select id from kinds where k_free in ($1, $2) order by id;

-- params: ["8675309.8675309"]
select id from kinds where k_free <> $1 order by id;

-- params: ["8675309.8675309"]
select id from kinds where k_free is distinct from $1 order by id;

-- params: ["{\"8675309.8675309\",\"NaN\",NULL}"]
select id from kinds where k_free = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_free = b.k_free order by 1, 2;
