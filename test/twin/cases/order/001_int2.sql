-- description: int2: every comparison by order, at the edges (B20, C40)
-- expect: served

-- params: ["0"]
select id from ranks where o_int2 < $1 order by id;

-- params: ["0"]
select id from ranks where o_int2 <= $1 order by id;

-- params: ["0"]
select id from ranks where o_int2 > $1 order by id;

-- params: ["0"]
select id from ranks where o_int2 >= $1 order by id;

-- params: ["0"]
select id from ranks where o_int2 = $1 order by id;

select id from ranks where '0' < o_int2 order by id;

select id from ranks where '0' >= o_int2 and o_int2 is not null order by id;

-- params: ["-32768"]
select id from ranks where o_int2 < $1 order by id;

-- params: ["-32768"]
select id from ranks where o_int2 <= $1 order by id;

-- params: ["-32768"]
select id from ranks where o_int2 > $1 order by id;

-- params: ["-32768"]
select id from ranks where o_int2 >= $1 order by id;

-- params: ["-32768"]
select id from ranks where o_int2 = $1 order by id;

select id from ranks where '-32768' < o_int2 order by id;

select id from ranks where '-32768' >= o_int2 and o_int2 is not null order by id;

-- params: ["32767"]
select id from ranks where o_int2 < $1 order by id;

-- params: ["32767"]
select id from ranks where o_int2 <= $1 order by id;

-- params: ["32767"]
select id from ranks where o_int2 > $1 order by id;

-- params: ["32767"]
select id from ranks where o_int2 >= $1 order by id;

-- params: ["32767"]
select id from ranks where o_int2 = $1 order by id;

select id from ranks where '32767' < o_int2 order by id;

select id from ranks where '32767' >= o_int2 and o_int2 is not null order by id;

-- params: ["1"]
select id from ranks where o_int2 < $1 order by id;

-- params: ["1"]
select id from ranks where o_int2 <= $1 order by id;

-- params: ["1"]
select id from ranks where o_int2 > $1 order by id;

-- params: ["1"]
select id from ranks where o_int2 >= $1 order by id;

-- params: ["1"]
select id from ranks where o_int2 = $1 order by id;

select id from ranks where '1' < o_int2 order by id;

select id from ranks where '1' >= o_int2 and o_int2 is not null order by id;

-- params: ["-32768", "0"]
select id, o_int2 from ranks where o_int2 between $1 and $2 order by id;

-- params: ["0", "-32768"]
select id, o_int2 from ranks where o_int2 between symmetric $1 and $2 order by id;

-- params: ["-32768", "0"]
select id from ranks where o_int2 not between $1 and $2 order by id;

-- params: ["-32768", "0"]
select id from ranks where o_int2 not between symmetric $1 and $2 order by id;

-- params: [null]
select id from ranks where o_int2 > $1 order by id;

-- params: ["0"]
select id from ranks where o_int2 <> $1 order by id;

-- params: ["0", "-32768"]
select id from ranks where o_int2 in ($1, $2) order by id;

-- params: ["0"]
select id from ranks where o_int2 is distinct from $1 order by id;

select a.id, b.id from ranks a join ranks b on a.o_int2 < b.o_int2 order by a.id, b.id;

select a.id, b.id from ranks a join ranks b on a.o_int2 = b.o_int2 order by a.id, b.id;

select count(o_int2) from ranks where not (o_int2 >= '0');
