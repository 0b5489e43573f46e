-- description: bool: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["t"]
select id from kinds where k_bool = $1 order by id;

select id from kinds where k_bool = 't' order by id;

-- params: ["f"]
select id from kinds where k_bool = $1 order by id;

select id from kinds where k_bool = 'f' order by id;

-- params: ["t", "f"]
select id from kinds where k_bool in ($1, $2) order by id;

-- params: ["t"]
select id from kinds where k_bool <> $1 order by id;

-- params: ["t"]
select id from kinds where k_bool is distinct from $1 order by id;

-- params: ["{\"t\",\"f\",NULL}"]
select id from kinds where k_bool = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_bool = b.k_bool order by 1, 2;
