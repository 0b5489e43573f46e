-- description: varchar: every comparison by order, at the edges (B20, C40)
-- expect: served

-- params: ["canary"]
select id from ranks where o_varchar < $1 order by id;

-- params: ["canary"]
select id from ranks where o_varchar <= $1 order by id;

-- params: ["canary"]
select id from ranks where o_varchar > $1 order by id;

-- params: ["canary"]
select id from ranks where o_varchar >= $1 order by id;

-- params: ["canary"]
select id from ranks where o_varchar = $1 order by id;

select id from ranks where 'canary' < o_varchar order by id;

select id from ranks where 'canary' >= o_varchar and o_varchar is not null order by id;

-- params: [""]
select id from ranks where o_varchar < $1 order by id;

-- params: [""]
select id from ranks where o_varchar <= $1 order by id;

-- params: [""]
select id from ranks where o_varchar > $1 order by id;

-- params: [""]
select id from ranks where o_varchar >= $1 order by id;

-- params: [""]
select id from ranks where o_varchar = $1 order by id;

select id from ranks where '' < o_varchar order by id;

select id from ranks where '' >= o_varchar and o_varchar is not null order by id;

-- params: ["canary ☃"]
select id from ranks where o_varchar < $1 order by id;

-- params: ["canary ☃"]
select id from ranks where o_varchar <= $1 order by id;

-- params: ["canary ☃"]
select id from ranks where o_varchar > $1 order by id;

-- params: ["canary ☃"]
select id from ranks where o_varchar >= $1 order by id;

-- params: ["canary ☃"]
select id from ranks where o_varchar = $1 order by id;

select id from ranks where 'canary ☃' < o_varchar order by id;

select id from ranks where 'canary ☃' >= o_varchar and o_varchar is not null order by id;

-- params: ["canary and far longer than the column"]
select id from ranks where o_varchar < $1 order by id;

-- params: ["canary and far longer than the column"]
select id from ranks where o_varchar <= $1 order by id;

-- params: ["canary and far longer than the column"]
select id from ranks where o_varchar > $1 order by id;

-- params: ["canary and far longer than the column"]
select id from ranks where o_varchar >= $1 order by id;

-- params: ["canary and far longer than the column"]
select id from ranks where o_varchar = $1 order by id;

select id from ranks where 'canary and far longer than the column' < o_varchar order by id;

select id from ranks where 'canary and far longer than the column' >= o_varchar and o_varchar is not null order by id;

-- params: ["", "canary"]
select id, o_varchar from ranks where o_varchar between $1 and $2 order by id;

-- params: ["canary", ""]
select id, o_varchar from ranks where o_varchar between symmetric $1 and $2 order by id;

-- params: ["", "canary"]
select id from ranks where o_varchar not between $1 and $2 order by id;

-- params: ["", "canary"]
select id from ranks where o_varchar not between symmetric $1 and $2 order by id;

-- params: [null]
select id from ranks where o_varchar > $1 order by id;

-- params: ["canary"]
select id from ranks where o_varchar <> $1 order by id;

-- params: ["canary", ""]
select id from ranks where o_varchar in ($1, $2) order by id;

-- params: ["canary"]
select id from ranks where o_varchar is distinct from $1 order by id;

select a.id, b.id from ranks a join ranks b on a.o_varchar < b.o_varchar order by a.id, b.id;

select a.id, b.id from ranks a join ranks b on a.o_varchar = b.o_varchar order by a.id, b.id;

select count(o_varchar) from ranks where not (o_varchar >= 'canary');
