-- description: int4: every comparison by order, at the edges (B20, C40)
-- expect: served

-- params: ["867530901"]
select id from ranks where o_int4 < $1 order by id;

-- params: ["867530901"]
select id from ranks where o_int4 <= $1 order by id;

-- params: ["867530901"]
select id from ranks where o_int4 > $1 order by id;

-- params: ["867530901"]
select id from ranks where o_int4 >= $1 order by id;

-- params: ["867530901"]
select id from ranks where o_int4 = $1 order by id;

select id from ranks where '867530901' < o_int4 order by id;

select id from ranks where '867530901' >= o_int4 and o_int4 is not null order by id;

-- params: ["-2147483648"]
select id from ranks where o_int4 < $1 order by id;

-- params: ["-2147483648"]
select id from ranks where o_int4 <= $1 order by id;

-- params: ["-2147483648"]
select id from ranks where o_int4 > $1 order by id;

-- params: ["-2147483648"]
select id from ranks where o_int4 >= $1 order by id;

-- params: ["-2147483648"]
select id from ranks where o_int4 = $1 order by id;

select id from ranks where '-2147483648' < o_int4 order by id;

select id from ranks where '-2147483648' >= o_int4 and o_int4 is not null order by id;

-- params: ["2147483647"]
select id from ranks where o_int4 < $1 order by id;

-- params: ["2147483647"]
select id from ranks where o_int4 <= $1 order by id;

-- params: ["2147483647"]
select id from ranks where o_int4 > $1 order by id;

-- params: ["2147483647"]
select id from ranks where o_int4 >= $1 order by id;

-- params: ["2147483647"]
select id from ranks where o_int4 = $1 order by id;

select id from ranks where '2147483647' < o_int4 order by id;

select id from ranks where '2147483647' >= o_int4 and o_int4 is not null order by id;

-- params: ["0"]
select id from ranks where o_int4 < $1 order by id;

-- params: ["0"]
select id from ranks where o_int4 <= $1 order by id;

-- params: ["0"]
select id from ranks where o_int4 > $1 order by id;

-- params: ["0"]
select id from ranks where o_int4 >= $1 order by id;

-- params: ["0"]
select id from ranks where o_int4 = $1 order by id;

select id from ranks where '0' < o_int4 order by id;

select id from ranks where '0' >= o_int4 and o_int4 is not null order by id;

-- params: ["-2147483648", "867530901"]
select id, o_int4 from ranks where o_int4 between $1 and $2 order by id;

-- params: ["867530901", "-2147483648"]
select id, o_int4 from ranks where o_int4 between symmetric $1 and $2 order by id;

-- params: ["-2147483648", "867530901"]
select id from ranks where o_int4 not between $1 and $2 order by id;

-- params: ["-2147483648", "867530901"]
select id from ranks where o_int4 not between symmetric $1 and $2 order by id;

-- params: [null]
select id from ranks where o_int4 > $1 order by id;

-- params: ["867530901"]
select id from ranks where o_int4 <> $1 order by id;

-- params: ["867530901", "-2147483648"]
select id from ranks where o_int4 in ($1, $2) order by id;

-- params: ["867530901"]
select id from ranks where o_int4 is distinct from $1 order by id;

select a.id, b.id from ranks a join ranks b on a.o_int4 < b.o_int4 order by a.id, b.id;

select a.id, b.id from ranks a join ranks b on a.o_int4 = b.o_int4 order by a.id, b.id;

select count(o_int4) from ranks where not (o_int4 >= '867530901');
