-- description: float4: every comparison by order, at the edges (B20, C40)
-- expect: served

-- params: ["0"]
select id from ranks where o_float4 < $1 order by id;

-- params: ["0"]
select id from ranks where o_float4 <= $1 order by id;

-- params: ["0"]
select id from ranks where o_float4 > $1 order by id;

-- params: ["0"]
select id from ranks where o_float4 >= $1 order by id;

-- params: ["0"]
select id from ranks where o_float4 = $1 order by id;

select id from ranks where '0' < o_float4 order by id;

select id from ranks where '0' >= o_float4 and o_float4 is not null order by id;

-- params: ["NaN"]
select id from ranks where o_float4 < $1 order by id;

-- params: ["NaN"]
select id from ranks where o_float4 <= $1 order by id;

-- params: ["NaN"]
select id from ranks where o_float4 > $1 order by id;

-- params: ["NaN"]
select id from ranks where o_float4 >= $1 order by id;

-- params: ["NaN"]
select id from ranks where o_float4 = $1 order by id;

select id from ranks where 'NaN' < o_float4 order by id;

select id from ranks where 'NaN' >= o_float4 and o_float4 is not null order by id;

-- params: ["-Infinity"]
select id from ranks where o_float4 < $1 order by id;

-- params: ["-Infinity"]
select id from ranks where o_float4 <= $1 order by id;

-- params: ["-Infinity"]
select id from ranks where o_float4 > $1 order by id;

-- params: ["-Infinity"]
select id from ranks where o_float4 >= $1 order by id;

-- params: ["-Infinity"]
select id from ranks where o_float4 = $1 order by id;

select id from ranks where '-Infinity' < o_float4 order by id;

select id from ranks where '-Infinity' >= o_float4 and o_float4 is not null order by id;

-- params: ["867530.9"]
select id from ranks where o_float4 < $1 order by id;

-- params: ["867530.9"]
select id from ranks where o_float4 <= $1 order by id;

-- params: ["867530.9"]
select id from ranks where o_float4 > $1 order by id;

-- params: ["867530.9"]
select id from ranks where o_float4 >= $1 order by id;

-- params: ["867530.9"]
select id from ranks where o_float4 = $1 order by id;

select id from ranks where '867530.9' < o_float4 order by id;

select id from ranks where '867530.9' >= o_float4 and o_float4 is not null order by id;

-- params: ["NaN", "0"]
select id, o_float4 from ranks where o_float4 between $1 and $2 order by id;

-- params: ["0", "NaN"]
select id, o_float4 from ranks where o_float4 between symmetric $1 and $2 order by id;

-- params: ["NaN", "0"]
select id from ranks where o_float4 not between $1 and $2 order by id;

-- params: ["NaN", "0"]
select id from ranks where o_float4 not between symmetric $1 and $2 order by id;

-- params: [null]
select id from ranks where o_float4 > $1 order by id;

-- params: ["0"]
select id from ranks where o_float4 <> $1 order by id;

-- params: ["0", "NaN"]
select id from ranks where o_float4 in ($1, $2) order by id;

-- params: ["0"]
select id from ranks where o_float4 is distinct from $1 order by id;

select a.id, b.id from ranks a join ranks b on a.o_float4 < b.o_float4 order by a.id, b.id;

select a.id, b.id from ranks a join ranks b on a.o_float4 = b.o_float4 order by a.id, b.id;

select count(o_float4) from ranks where not (o_float4 >= '0');
