-- description: timestamp: every comparison by order, at the edges (B20, C40)
-- expect: served

-- params: ["1915-12-10 08:06:07.530901"]
select id from ranks where o_timestamp < $1 order by id;

-- params: ["1915-12-10 08:06:07.530901"]
select id from ranks where o_timestamp <= $1 order by id;

-- params: ["1915-12-10 08:06:07.530901"]
select id from ranks where o_timestamp > $1 order by id;

-- params: ["1915-12-10 08:06:07.530901"]
select id from ranks where o_timestamp >= $1 order by id;

-- params: ["1915-12-10 08:06:07.530901"]
select id from ranks where o_timestamp = $1 order by id;

select id from ranks where '1915-12-10 08:06:07.530901' < o_timestamp order by id;

select id from ranks where '1915-12-10 08:06:07.530901' >= o_timestamp and o_timestamp is not null order by id;

-- params: ["infinity"]
select id from ranks where o_timestamp < $1 order by id;

-- params: ["infinity"]
select id from ranks where o_timestamp <= $1 order by id;

-- params: ["infinity"]
select id from ranks where o_timestamp > $1 order by id;

-- params: ["infinity"]
select id from ranks where o_timestamp >= $1 order by id;

-- params: ["infinity"]
select id from ranks where o_timestamp = $1 order by id;

select id from ranks where 'infinity' < o_timestamp order by id;

select id from ranks where 'infinity' >= o_timestamp and o_timestamp is not null order by id;

-- params: ["0044-03-15 08:06:07 BC"]
select id from ranks where o_timestamp < $1 order by id;

-- params: ["0044-03-15 08:06:07 BC"]
select id from ranks where o_timestamp <= $1 order by id;

-- params: ["0044-03-15 08:06:07 BC"]
select id from ranks where o_timestamp > $1 order by id;

-- params: ["0044-03-15 08:06:07 BC"]
select id from ranks where o_timestamp >= $1 order by id;

-- params: ["0044-03-15 08:06:07 BC"]
select id from ranks where o_timestamp = $1 order by id;

select id from ranks where '0044-03-15 08:06:07 BC' < o_timestamp order by id;

select id from ranks where '0044-03-15 08:06:07 BC' >= o_timestamp and o_timestamp is not null order by id;

-- params: ["infinity", "1915-12-10 08:06:07.530901"]
select id, o_timestamp from ranks where o_timestamp between $1 and $2 order by id;

-- params: ["1915-12-10 08:06:07.530901", "infinity"]
select id, o_timestamp from ranks where o_timestamp between symmetric $1 and $2 order by id;

-- params: ["infinity", "1915-12-10 08:06:07.530901"]
select id from ranks where o_timestamp not between $1 and $2 order by id;

-- params: ["infinity", "1915-12-10 08:06:07.530901"]
select id from ranks where o_timestamp not between symmetric $1 and $2 order by id;

-- params: [null]
select id from ranks where o_timestamp > $1 order by id;

-- params: ["1915-12-10 08:06:07.530901"]
select id from ranks where o_timestamp <> $1 order by id;

-- params: ["1915-12-10 08:06:07.530901", "infinity"]
select id from ranks where o_timestamp in ($1, $2) order by id;

-- params: ["1915-12-10 08:06:07.530901"]
select id from ranks where o_timestamp is distinct from $1 order by id;

select a.id, b.id from ranks a join ranks b on a.o_timestamp < b.o_timestamp order by a.id, b.id;

select a.id, b.id from ranks a join ranks b on a.o_timestamp = b.o_timestamp order by a.id, b.id;

select count(o_timestamp) from ranks where not (o_timestamp >= '1915-12-10 08:06:07.530901');
