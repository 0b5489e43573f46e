-- description: date: every comparison by order, at the edges (B20, C40)
-- expect: served

-- params: ["1915-12-10"]
select id from ranks where o_date < $1 order by id;

-- params: ["1915-12-10"]
select id from ranks where o_date <= $1 order by id;

-- params: ["1915-12-10"]
select id from ranks where o_date > $1 order by id;

-- params: ["1915-12-10"]
select id from ranks where o_date >= $1 order by id;

-- params: ["1915-12-10"]
select id from ranks where o_date = $1 order by id;

select id from ranks where '1915-12-10' < o_date order by id;

select id from ranks where '1915-12-10' >= o_date and o_date is not null order by id;

-- params: ["infinity"]
select id from ranks where o_date < $1 order by id;

-- params: ["infinity"]
select id from ranks where o_date <= $1 order by id;

-- params: ["infinity"]
select id from ranks where o_date > $1 order by id;

-- params: ["infinity"]
select id from ranks where o_date >= $1 order by id;

-- params: ["infinity"]
select id from ranks where o_date = $1 order by id;

select id from ranks where 'infinity' < o_date order by id;

select id from ranks where 'infinity' >= o_date and o_date is not null order by id;

-- params: ["-infinity"]
select id from ranks where o_date < $1 order by id;

-- params: ["-infinity"]
select id from ranks where o_date <= $1 order by id;

-- params: ["-infinity"]
select id from ranks where o_date > $1 order by id;

-- params: ["-infinity"]
select id from ranks where o_date >= $1 order by id;

-- params: ["-infinity"]
select id from ranks where o_date = $1 order by id;

select id from ranks where '-infinity' < o_date order by id;

select id from ranks where '-infinity' >= o_date and o_date is not null order by id;

-- params: ["2024-02-29"]
select id from ranks where o_date < $1 order by id;

-- params: ["2024-02-29"]
select id from ranks where o_date <= $1 order by id;

-- params: ["2024-02-29"]
select id from ranks where o_date > $1 order by id;

-- params: ["2024-02-29"]
select id from ranks where o_date >= $1 order by id;

-- params: ["2024-02-29"]
select id from ranks where o_date = $1 order by id;

select id from ranks where '2024-02-29' < o_date order by id;

select id from ranks where '2024-02-29' >= o_date and o_date is not null order by id;

-- params: ["infinity", "1915-12-10"]
select id, o_date from ranks where o_date between $1 and $2 order by id;

-- params: ["1915-12-10", "infinity"]
select id, o_date from ranks where o_date between symmetric $1 and $2 order by id;

-- params: ["infinity", "1915-12-10"]
select id from ranks where o_date not between $1 and $2 order by id;

-- params: ["infinity", "1915-12-10"]
select id from ranks where o_date not between symmetric $1 and $2 order by id;

-- params: [null]
select id from ranks where o_date > $1 order by id;

-- params: ["1915-12-10"]
select id from ranks where o_date <> $1 order by id;

-- params: ["1915-12-10", "infinity"]
select id from ranks where o_date in ($1, $2) order by id;

-- params: ["1915-12-10"]
select id from ranks where o_date is distinct from $1 order by id;

select a.id, b.id from ranks a join ranks b on a.o_date < b.o_date order by a.id, b.id;

select a.id, b.id from ranks a join ranks b on a.o_date = b.o_date order by a.id, b.id;

select count(o_date) from ranks where not (o_date >= '1915-12-10');
