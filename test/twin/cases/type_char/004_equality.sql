-- description: char(8): =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["canary"]
select id from kinds where k_char = $1 order by id;

select id from kinds where k_char = 'canary' order by id;

-- params: ["canary   "]
select id from kinds where k_char = $1 order by id;

select id from kinds where k_char = 'canary   ' order by id;

-- params: ["CANARY"]
select id from kinds where k_char = $1 order by id;

select id from kinds where k_char = 'CANARY' order by id;

-- params: ["canary", "canary   "]
select id from kinds where k_char in ($1, $2) order by id;

-- params: ["canary"]
select id from kinds where k_char <> $1 order by id;

-- params: ["canary"]
select id from kinds where k_char is distinct from $1 order by id;

-- params: ["{\"canary\",\"canary   \",NULL}"]
select id from kinds where k_char = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_char = b.k_char order by 1, 2;
