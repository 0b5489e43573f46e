-- description: numeric(20,4): =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["8675309.8675"]
select id from kinds where k_numeric = $1 order by id;

select id from kinds where k_numeric = '8675309.8675' order by id;

-- params: ["0"]
select id from kinds where k_numeric = $1 order by id;

select id from kinds where k_numeric = '0' order by id;

-- params: ["1.5"]
select id from kinds where k_numeric = $1 order by id;

select id from kinds where k_numeric = '1.5' order by id;

-- params: ["8675309.8675", "0"]
select id from kinds where k_numeric in ($1, $2) order by id;

-- params: ["8675309.8675"]
select id from kinds where k_numeric <> $1 order by id;

-- params: ["8675309.8675"]
select id from kinds where k_numeric is distinct from $1 order by id;

-- params: ["{\"8675309.8675\",\"0\",NULL}"]
select id from kinds where k_numeric = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_numeric = b.k_numeric order by 1, 2;
