-- description: time: every comparison by order, at the edges (B20, C40)
-- expect: served

-- params: ["08:06:07.530901"]
select id from ranks where o_time < $1 order by id;

-- params: ["08:06:07.530901"]
select id from ranks where o_time <= $1 order by id;

-- params: ["08:06:07.530901"]
select id from ranks where o_time > $1 order by id;

-- params: ["08:06:07.530901"]
select id from ranks where o_time >= $1 order by id;

-- params: ["08:06:07.530901"]
select id from ranks where o_time = $1 order by id;

select id from ranks where '08:06:07.530901' < o_time order by id;

select id from ranks where '08:06:07.530901' >= o_time and o_time is not null order by id;

-- params: ["00:00"]
select id from ranks where o_time < $1 order by id;

-- params: ["00:00"]
select id from ranks where o_time <= $1 order by id;

-- params: ["00:00"]
select id from ranks where o_time > $1 order by id;

-- params: ["00:00"]
select id from ranks where o_time >= $1 order by id;

-- params: ["00:00"]
select id from ranks where o_time = $1 order by id;

select id from ranks where '00:00' < o_time order by id;

select id from ranks where '00:00' >= o_time and o_time is not null order by id;

-- params: ["24:00:00"]
select id from ranks where o_time < $1 order by id;

-- params: ["24:00:00"]
select id from ranks where o_time <= $1 order by id;

-- params: ["24:00:00"]
select id from ranks where o_time > $1 order by id;

-- params: ["24:00:00"]
select id from ranks where o_time >= $1 order by id;

-- params: ["24:00:00"]
select id from ranks where o_time = $1 order by id;

select id from ranks where '24:00:00' < o_time order by id;

select id from ranks where '24:00:00' >= o_time and o_time is not null order by id;

-- params: ["00:00", "08:06:07.530901"]
select id, o_time from ranks where o_time between $1 and $2 order by id;

-- params: ["08:06:07.530901", "00:00"]
select id, o_time from ranks where o_time between symmetric $1 and $2 order by id;

-- params: ["00:00", "08:06:07.530901"]
select id from ranks where o_time not between $1 and $2 order by id;

-- params: ["00:00", "08:06:07.530901"]
select id from ranks where o_time not between symmetric $1 and $2 order by id;

-- params: [null]
select id from ranks where o_time > $1 order by id;

-- params: ["08:06:07.530901"]
select id from ranks where o_time <> $1 order by id;

-- params: ["08:06:07.530901", "00:00"]
select id from ranks where o_time in ($1, $2) order by id;

-- params: ["08:06:07.530901"]
select id from ranks where o_time is distinct from $1 order by id;

select a.id, b.id from ranks a join ranks b on a.o_time < b.o_time order by a.id, b.id;

select a.id, b.id from ranks a join ranks b on a.o_time = b.o_time order by a.id, b.id;

select count(o_time) from ranks where not (o_time >= '08:06:07.530901');
