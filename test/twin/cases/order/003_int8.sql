-- description: int8: every comparison by order, at the edges (B20, C40)
-- expect: served

-- params: ["0"]
select id from ranks where o_int8 < $1 order by id;

-- params: ["0"]
select id from ranks where o_int8 <= $1 order by id;

-- params: ["0"]
select id from ranks where o_int8 > $1 order by id;

-- params: ["0"]
select id from ranks where o_int8 >= $1 order by id;

-- params: ["0"]
select id from ranks where o_int8 = $1 order by id;

select id from ranks where '0' < o_int8 order by id;

select id from ranks where '0' >= o_int8 and o_int8 is not null order by id;

-- params: ["9223372036854775807"]
select id from ranks where o_int8 < $1 order by id;

-- params: ["9223372036854775807"]
select id from ranks where o_int8 <= $1 order by id;

-- params: ["9223372036854775807"]
select id from ranks where o_int8 > $1 order by id;

-- params: ["9223372036854775807"]
select id from ranks where o_int8 >= $1 order by id;

-- params: ["9223372036854775807"]
select id from ranks where o_int8 = $1 order by id;

select id from ranks where '9223372036854775807' < o_int8 order by id;

select id from ranks where '9223372036854775807' >= o_int8 and o_int8 is not null order by id;

-- params: ["8675309086753091"]
select id from ranks where o_int8 < $1 order by id;

-- params: ["8675309086753091"]
select id from ranks where o_int8 <= $1 order by id;

-- params: ["8675309086753091"]
select id from ranks where o_int8 > $1 order by id;

-- params: ["8675309086753091"]
select id from ranks where o_int8 >= $1 order by id;

-- params: ["8675309086753091"]
select id from ranks where o_int8 = $1 order by id;

select id from ranks where '8675309086753091' < o_int8 order by id;

select id from ranks where '8675309086753091' >= o_int8 and o_int8 is not null order by id;

-- params: ["-1"]
select id from ranks where o_int8 < $1 order by id;

-- params: ["-1"]
select id from ranks where o_int8 <= $1 order by id;

-- params: ["-1"]
select id from ranks where o_int8 > $1 order by id;

-- params: ["-1"]
select id from ranks where o_int8 >= $1 order by id;

-- params: ["-1"]
select id from ranks where o_int8 = $1 order by id;

select id from ranks where '-1' < o_int8 order by id;

select id from ranks where '-1' >= o_int8 and o_int8 is not null order by id;

-- params: ["9223372036854775807", "0"]
select id, o_int8 from ranks where o_int8 between $1 and $2 order by id;

-- params: ["0", "9223372036854775807"]
select id, o_int8 from ranks where o_int8 between symmetric $1 and $2 order by id;

-- params: ["9223372036854775807", "0"]
select id from ranks where o_int8 not between $1 and $2 order by id;

-- params: ["9223372036854775807", "0"]
select id from ranks where o_int8 not between symmetric $1 and $2 order by id;

-- params: [null]
select id from ranks where o_int8 > $1 order by id;

-- params: ["0"]
select id from ranks where o_int8 <> $1 order by id;

-- params: ["0", "9223372036854775807"]
select id from ranks where o_int8 in ($1, $2) order by id;

-- params: ["0"]
select id from ranks where o_int8 is distinct from $1 order by id;

select a.id, b.id from ranks a join ranks b on a.o_int8 < b.o_int8 order by a.id, b.id;

select a.id, b.id from ranks a join ranks b on a.o_int8 = b.o_int8 order by a.id, b.id;

select count(o_int8) from ranks where not (o_int8 >= '0');
