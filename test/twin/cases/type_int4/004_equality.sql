-- description: int4: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["867530901"]
select id from kinds where k_int4 = $1 order by id;

select id from kinds where k_int4 = '867530901' order by id;

-- params: ["-2147483648"]
select id from kinds where k_int4 = $1 order by id;

select id from kinds where k_int4 = '-2147483648' order by id;

-- params: ["0"]
select id from kinds where k_int4 = $1 order by id;

select id from kinds where k_int4 = '0' order by id;

-- params: ["867530901", "-2147483648"]
select id from kinds where k_int4 in ($1, $2) order by id;

-- params: ["867530901"]
select id from kinds where k_int4 <> $1 order by id;

-- params: ["867530901"]
select id from kinds where k_int4 is distinct from $1 order by id;

-- params: ["{\"867530901\",\"-2147483648\",NULL}"]
select id from kinds where k_int4 = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_int4 = b.k_int4 order by 1, 2;
