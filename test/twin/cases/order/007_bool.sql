-- description: bool: every comparison by order, at the edges (B20, C40)
-- expect: served

-- params: ["true"]
select id from ranks where o_bool < $1 order by id;

-- params: ["true"]
select id from ranks where o_bool <= $1 order by id;

-- params: ["true"]
select id from ranks where o_bool > $1 order by id;

-- params: ["true"]
select id from ranks where o_bool >= $1 order by id;

-- params: ["true"]
select id from ranks where o_bool = $1 order by id;

select id from ranks where 'true' < o_bool order by id;

select id from ranks where 'true' >= o_bool and o_bool is not null order by id;

-- params: ["false"]
select id from ranks where o_bool < $1 order by id;

-- params: ["false"]
select id from ranks where o_bool <= $1 order by id;

-- params: ["false"]
select id from ranks where o_bool > $1 order by id;

-- params: ["false"]
select id from ranks where o_bool >= $1 order by id;

-- params: ["false"]
select id from ranks where o_bool = $1 order by id;

select id from ranks where 'false' < o_bool order by id;

select id from ranks where 'false' >= o_bool and o_bool is not null order by id;

-- params: ["false", "true"]
select id, o_bool from ranks where o_bool between $1 and $2 order by id;

-- params: ["true", "false"]
select id, o_bool from ranks where o_bool between symmetric $1 and $2 order by id;

-- params: ["false", "true"]
select id from ranks where o_bool not between $1 and $2 order by id;

-- params: ["false", "true"]
select id from ranks where o_bool not between symmetric $1 and $2 order by id;

-- params: [null]
select id from ranks where o_bool > $1 order by id;

-- params: ["true"]
select id from ranks where o_bool <> $1 order by id;

-- params: ["true", "false"]
select id from ranks where o_bool in ($1, $2) order by id;

-- params: ["true"]
select id from ranks where o_bool is distinct from $1 order by id;

select a.id, b.id from ranks a join ranks b on a.o_bool < b.o_bool order by a.id, b.id;

select a.id, b.id from ranks a join ranks b on a.o_bool = b.o_bool order by a.id, b.id;

select count(o_bool) from ranks where not (o_bool >= 'true');
