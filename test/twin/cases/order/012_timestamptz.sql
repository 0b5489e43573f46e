-- description: timestamptz: every comparison by order, at the edges (B20, C40)
-- expect: served

-- params: ["1915-12-10 08:06:07.530901+00"]
select id from ranks where o_timestamptz < $1 order by id;

-- params: ["1915-12-10 08:06:07.530901+00"]
select id from ranks where o_timestamptz <= $1 order by id;

-- params: ["1915-12-10 08:06:07.530901+00"]
select id from ranks where o_timestamptz > $1 order by id;

-- params: ["1915-12-10 08:06:07.530901+00"]
select id from ranks where o_timestamptz >= $1 order by id;

-- params: ["1915-12-10 08:06:07.530901+00"]
select id from ranks where o_timestamptz = $1 order by id;

select id from ranks where '1915-12-10 08:06:07.530901+00' < o_timestamptz order by id;

select id from ranks where '1915-12-10 08:06:07.530901+00' >= o_timestamptz and o_timestamptz is not null order by id;

-- params: ["-infinity"]
select id from ranks where o_timestamptz < $1 order by id;

-- params: ["-infinity"]
select id from ranks where o_timestamptz <= $1 order by id;

-- params: ["-infinity"]
select id from ranks where o_timestamptz > $1 order by id;

-- params: ["-infinity"]
select id from ranks where o_timestamptz >= $1 order by id;

-- params: ["-infinity"]
select id from ranks where o_timestamptz = $1 order by id;

select id from ranks where '-infinity' < o_timestamptz order by id;

select id from ranks where '-infinity' >= o_timestamptz and o_timestamptz is not null order by id;

-- params: ["2024-02-29 00:00:00+00"]
select id from ranks where o_timestamptz < $1 order by id;

-- params: ["2024-02-29 00:00:00+00"]
select id from ranks where o_timestamptz <= $1 order by id;

-- params: ["2024-02-29 00:00:00+00"]
select id from ranks where o_timestamptz > $1 order by id;

-- params: ["2024-02-29 00:00:00+00"]
select id from ranks where o_timestamptz >= $1 order by id;

-- params: ["2024-02-29 00:00:00+00"]
select id from ranks where o_timestamptz = $1 order by id;

select id from ranks where '2024-02-29 00:00:00+00' < o_timestamptz order by id;

select id from ranks where '2024-02-29 00:00:00+00' >= o_timestamptz and o_timestamptz is not null order by id;

-- params: ["-infinity", "1915-12-10 08:06:07.530901+00"]
select id, o_timestamptz from ranks where o_timestamptz between $1 and $2 order by id;

-- params: ["1915-12-10 08:06:07.530901+00", "-infinity"]
select id, o_timestamptz from ranks where o_timestamptz between symmetric $1 and $2 order by id;

-- params: ["-infinity", "1915-12-10 08:06:07.530901+00"]
select id from ranks where o_timestamptz not between $1 and $2 order by id;

-- params: ["-infinity", "1915-12-10 08:06:07.530901+00"]
select id from ranks where o_timestamptz not between symmetric $1 and $2 order by id;

-- params: [null]
select id from ranks where o_timestamptz > $1 order by id;

-- params: ["1915-12-10 08:06:07.530901+00"]
select id from ranks where o_timestamptz <> $1 order by id;

-- params: ["1915-12-10 08:06:07.530901+00", "-infinity"]
select id from ranks where o_timestamptz in ($1, $2) order by id;

-- params: ["1915-12-10 08:06:07.530901+00"]
select id from ranks where o_timestamptz is distinct from $1 order by id;

select a.id, b.id from ranks a join ranks b on a.o_timestamptz < b.o_timestamptz order by a.id, b.id;

select a.id, b.id from ranks a join ranks b on a.o_timestamptz = b.o_timestamptz order by a.id, b.id;

select count(o_timestamptz) from ranks where not (o_timestamptz >= '1915-12-10 08:06:07.530901+00');
