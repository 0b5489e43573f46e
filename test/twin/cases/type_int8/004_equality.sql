-- description: int8: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["8675309086753091"]
select id from kinds where k_int8 = $1 order by id;

select id from kinds where k_int8 = '8675309086753091' order by id;

-- params: ["-9223372036854775808"]
select id from kinds where k_int8 = $1 order by id;

select id from kinds where k_int8 = '-9223372036854775808' order by id;

-- params: ["0"]
select id from kinds where k_int8 = $1 order by id;

select id from kinds where k_int8 = '0' order by id;

-- params: ["8675309086753091", "-9223372036854775808"]
select id from kinds where k_int8 in ($1, $2) order by id;

-- params: ["8675309086753091"]
select id from kinds where k_int8 <> $1 order by id;

-- params: ["8675309086753091"]
select id from kinds where k_int8 is distinct from $1 order by id;

-- params: ["{\"8675309086753091\",\"-9223372036854775808\",NULL}"]
select id from kinds where k_int8 = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_int8 = b.k_int8 order by 1, 2;
