-- description: What is not ordered by terms is refused by name (C35, C36)
-- expect: refused

-- refused: 0A000 users.email
select id from users order by email;

-- refused: 0A000 users.birthday
select id, birthday from users order by 2;

-- refused: 0A000 users.score
select max(score) from users;

-- refused: 0A000 ranks.o_date
select id from ranks order by o_date using >;

-- refused: 0A000 ranks.o_varchar
select id from ranks order by o_varchar collate "C";

-- refused: 0A000 ranks.o_date
select id from ranks order by coalesce(o_date, other_date);

-- refused: 0A000 ranks.o_bool
select max(o_bool::int) from ranks;

-- refused: 0A000 ranks.o_date
select max(o_date) over (order by id) from ranks;

-- refused: 0A000 ranks.o_int4
select percentile_disc(0.5) within group (order by o_int4) from ranks;

-- refused: 0A000 RANGE with an offset
select sum(id) over (order by o_int4 range between 1 preceding and current row) from ranks;

-- refused: 0A000 ranks.o_int4
select min(o_int4 + 1) from ranks;

-- refused: 0A000 ranks.o_date
select tag from ranks group by tag having max(o_date) > '2000-01-01';

-- refused: 0A000 UNION ALL
select o_date from ranks union all select other_date from ranks order by 1;
