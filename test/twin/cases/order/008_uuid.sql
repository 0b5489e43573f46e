-- description: uuid: every comparison by order, at the edges (B20, C40)
-- expect: served

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000b1"]
select id from ranks where o_uuid < $1 order by id;

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000b1"]
select id from ranks where o_uuid <= $1 order by id;

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000b1"]
select id from ranks where o_uuid > $1 order by id;

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000b1"]
select id from ranks where o_uuid >= $1 order by id;

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000b1"]
select id from ranks where o_uuid = $1 order by id;

select id from ranks where 'ca0a51e5-ca0a-4000-8000-0000000000b1' < o_uuid order by id;

select id from ranks where 'ca0a51e5-ca0a-4000-8000-0000000000b1' >= o_uuid and o_uuid is not null order by id;

-- params: ["00000000-0000-0000-0000-000000000000"]
select id from ranks where o_uuid < $1 order by id;

-- params: ["00000000-0000-0000-0000-000000000000"]
select id from ranks where o_uuid <= $1 order by id;

-- params: ["00000000-0000-0000-0000-000000000000"]
select id from ranks where o_uuid > $1 order by id;

-- params: ["00000000-0000-0000-0000-000000000000"]
select id from ranks where o_uuid >= $1 order by id;

-- params: ["00000000-0000-0000-0000-000000000000"]
select id from ranks where o_uuid = $1 order by id;

select id from ranks where '00000000-0000-0000-0000-000000000000' < o_uuid order by id;

select id from ranks where '00000000-0000-0000-0000-000000000000' >= o_uuid and o_uuid is not null order by id;

-- params: ["7fffffff-ffff-ffff-ffff-fffffffffffe"]
select id from ranks where o_uuid < $1 order by id;

-- params: ["7fffffff-ffff-ffff-ffff-fffffffffffe"]
select id from ranks where o_uuid <= $1 order by id;

-- params: ["7fffffff-ffff-ffff-ffff-fffffffffffe"]
select id from ranks where o_uuid > $1 order by id;

-- params: ["7fffffff-ffff-ffff-ffff-fffffffffffe"]
select id from ranks where o_uuid >= $1 order by id;

-- params: ["7fffffff-ffff-ffff-ffff-fffffffffffe"]
select id from ranks where o_uuid = $1 order by id;

select id from ranks where '7fffffff-ffff-ffff-ffff-fffffffffffe' < o_uuid order by id;

select id from ranks where '7fffffff-ffff-ffff-ffff-fffffffffffe' >= o_uuid and o_uuid is not null order by id;

-- params: ["00000000-0000-0000-0000-000000000000", "ca0a51e5-ca0a-4000-8000-0000000000b1"]
select id, o_uuid from ranks where o_uuid between $1 and $2 order by id;

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000b1", "00000000-0000-0000-0000-000000000000"]
select id, o_uuid from ranks where o_uuid between symmetric $1 and $2 order by id;

-- params: ["00000000-0000-0000-0000-000000000000", "ca0a51e5-ca0a-4000-8000-0000000000b1"]
select id from ranks where o_uuid not between $1 and $2 order by id;

-- params: ["00000000-0000-0000-0000-000000000000", "ca0a51e5-ca0a-4000-8000-0000000000b1"]
select id from ranks where o_uuid not between symmetric $1 and $2 order by id;

-- params: [null]
select id from ranks where o_uuid > $1 order by id;

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000b1"]
select id from ranks where o_uuid <> $1 order by id;

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000b1", "00000000-0000-0000-0000-000000000000"]
select id from ranks where o_uuid in ($1, $2) order by id;

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000b1"]
select id from ranks where o_uuid is distinct from $1 order by id;

select a.id, b.id from ranks a join ranks b on a.o_uuid < b.o_uuid order by a.id, b.id;

select a.id, b.id from ranks a join ranks b on a.o_uuid = b.o_uuid order by a.id, b.id;

select count(o_uuid) from ranks where not (o_uuid >= 'ca0a51e5-ca0a-4000-8000-0000000000b1');
