-- description: varchar(12): =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["canary varch"]
select id from kinds where k_varchar = $1 order by id;

select id from kinds where k_varchar = 'canary varch' order by id;

-- params: ["canary  "]
select id from kinds where k_varchar = $1 order by id;

select id from kinds where k_varchar = 'canary  ' order by id;

-- params: ["CANARY"]
select id from kinds where k_varchar = $1 order by id;

select id from kinds where k_varchar = 'CANARY' order by id;

-- params: ["canary varch", "canary  "]
select id from kinds where k_varchar in ($1, $2) order by id;

-- params: ["canary varch"]
select id from kinds where k_varchar <> $1 order by id;

-- params: ["canary varch"]
select id from kinds where k_varchar is distinct from $1 order by id;

-- params: ["{\"canary varch\",\"canary  \",NULL}"]
select id from kinds where k_varchar = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_varchar = b.k_varchar order by 1, 2;
