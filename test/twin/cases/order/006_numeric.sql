-- description: numeric: every comparison by order, at the edges (B20, C40)
-- expect: served

-- params: ["0"]
select id from ranks where o_numeric < $1 order by id;

-- params: ["0"]
select id from ranks where o_numeric <= $1 order by id;

-- params: ["0"]
select id from ranks where o_numeric > $1 order by id;

-- params: ["0"]
select id from ranks where o_numeric >= $1 order by id;

-- params: ["0"]
select id from ranks where o_numeric = $1 order by id;

select id from ranks where '0' < o_numeric order by id;

select id from ranks where '0' >= o_numeric and o_numeric is not null order by id;

-- params: ["NaN"]
select id from ranks where o_numeric < $1 order by id;

-- params: ["NaN"]
select id from ranks where o_numeric <= $1 order by id;

-- params: ["NaN"]
select id from ranks where o_numeric > $1 order by id;

-- params: ["NaN"]
select id from ranks where o_numeric >= $1 order by id;

-- params: ["NaN"]
select id from ranks where o_numeric = $1 order by id;

select id from ranks where 'NaN' < o_numeric order by id;

select id from ranks where 'NaN' >= o_numeric and o_numeric is not null order by id;

-- params: ["-0.001"]
select id from ranks where o_numeric < $1 order by id;

-- params: ["-0.001"]
select id from ranks where o_numeric <= $1 order by id;

-- params: ["-0.001"]
select id from ranks where o_numeric > $1 order by id;

-- params: ["-0.001"]
select id from ranks where o_numeric >= $1 order by id;

-- params: ["-0.001"]
select id from ranks where o_numeric = $1 order by id;

select id from ranks where '-0.001' < o_numeric order by id;

select id from ranks where '-0.001' >= o_numeric and o_numeric is not null order by id;

-- params: ["867530.9861"]
select id from ranks where o_numeric < $1 order by id;

-- params: ["867530.9861"]
select id from ranks where o_numeric <= $1 order by id;

-- params: ["867530.9861"]
select id from ranks where o_numeric > $1 order by id;

-- params: ["867530.9861"]
select id from ranks where o_numeric >= $1 order by id;

-- params: ["867530.9861"]
select id from ranks where o_numeric = $1 order by id;

select id from ranks where '867530.9861' < o_numeric order by id;

select id from ranks where '867530.9861' >= o_numeric and o_numeric is not null order by id;

-- params: ["999999999999"]
select id from ranks where o_numeric < $1 order by id;

-- params: ["999999999999"]
select id from ranks where o_numeric <= $1 order by id;

-- params: ["999999999999"]
select id from ranks where o_numeric > $1 order by id;

-- params: ["999999999999"]
select id from ranks where o_numeric >= $1 order by id;

-- params: ["999999999999"]
select id from ranks where o_numeric = $1 order by id;

select id from ranks where '999999999999' < o_numeric order by id;

select id from ranks where '999999999999' >= o_numeric and o_numeric is not null order by id;

-- params: ["NaN", "0"]
select id, o_numeric from ranks where o_numeric between $1 and $2 order by id;

-- params: ["0", "NaN"]
select id, o_numeric from ranks where o_numeric between symmetric $1 and $2 order by id;

-- params: ["NaN", "0"]
select id from ranks where o_numeric not between $1 and $2 order by id;

-- params: ["NaN", "0"]
select id from ranks where o_numeric not between symmetric $1 and $2 order by id;

-- params: [null]
select id from ranks where o_numeric > $1 order by id;

-- params: ["0"]
select id from ranks where o_numeric <> $1 order by id;

-- params: ["0", "NaN"]
select id from ranks where o_numeric in ($1, $2) order by id;

-- params: ["0"]
select id from ranks where o_numeric is distinct from $1 order by id;

select a.id, b.id from ranks a join ranks b on a.o_numeric < b.o_numeric order by a.id, b.id;

select a.id, b.id from ranks a join ranks b on a.o_numeric = b.o_numeric order by a.id, b.id;

select count(o_numeric) from ranks where not (o_numeric >= '0');
