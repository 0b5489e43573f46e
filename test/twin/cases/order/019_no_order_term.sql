-- description: A column without order, or of another index group, is refused (C40)
-- expect: refused

-- params: ["1915-12-10"]
-- refused: 0A000 users.birthday
select id from users where birthday < $1;

-- refused: 0A000 kinds.k_int4
select id from kinds where k_int4 between 1 and 2;

-- refused: 0A000 users.birthday
select r.id from ranks r join users u on r.o_date < u.birthday;

-- refused: 0A000 with an expression
select id from ranks where o_int4 < id;

-- refused: 0A000 with an expression
select id from ranks where o_date between '1915-12-10' and now();

-- refused: 42883 o_int8
select id from ranks where o_int8 < 1.5::float8;

-- refused: 0A000 ranks.o_date
select id from ranks where '1915-12-10' between o_date and '1915-12-12';

-- refused: 0A000 ranks.o_varchar
select id from ranks where o_varchar < 'canary' collate "C";

-- refused: 0A000 ranks.o_varchar
select id from ranks where o_varchar like 'canary%';

-- refused: 0A000 ranks.o_int4
select id from ranks where o_int4 < any (array[1, 2]);
