-- description: int2: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["8675"]
select id from kinds where k_int2 = $1 order by id;

select id from kinds where k_int2 = '8675' order by id;

-- params: ["-32768"]
select id from kinds where k_int2 = $1 order by id;

select id from kinds where k_int2 = '-32768' order by id;

-- params: ["0"]
select id from kinds where k_int2 = $1 order by id;

select id from kinds where k_int2 = '0' order by id;

-- params: ["8675", "-32768"]
select id from kinds where k_int2 in ($1, $2) order by id;

-- params: ["8675"]
select id from kinds where k_int2 <> $1 order by id;

-- params: ["8675"]
select id from kinds where k_int2 is distinct from $1 order by id;

-- params: ["{\"8675\",\"-32768\",NULL}"]
select id from kinds where k_int2 = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_int2 = b.k_int2 order by 1, 2;
