-- description: float4: =, <>, IN, ANY, IS DISTINCT FROM, join on itself
-- expect: served

-- params: ["86753.09"]
select id from kinds where k_float4 = $1 order by id;

select id from kinds where k_float4 = '86753.09' order by id;

-- params: ["NaN"]
select id from kinds where k_float4 = $1 order by id;

select id from kinds where k_float4 = 'NaN' order by id;

-- params: ["0"]
select id from kinds where k_float4 = $1 order by id;

select id from kinds where k_float4 = '0' order by id;

-- params: ["Infinity"]
select id from kinds where k_float4 = $1 order by id;

select id from kinds where k_float4 = 'Infinity' order by id;

-- params: ["86753.09", "NaN"]
select id from kinds where k_float4 in ($1, $2) order by id;

-- params: ["86753.09"]
select id from kinds where k_float4 <> $1 order by id;

-- params: ["86753.09"]
select id from kinds where k_float4 is distinct from $1 order by id;

-- params: ["{\"86753.09\",\"NaN\",NULL}"]
select id from kinds where k_float4 = any($1) order by id;

select a.id, b.id from kinds a join kinds b on a.k_float4 = b.k_float4 order by 1, 2;
