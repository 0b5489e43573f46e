-- description: What cannot be computed for a sealed column
-- expect: refused

-- params: ["x"]
-- refused: 0A000 expression
insert into users (email) values (initcap($1));

-- refused: 0A000 to_char
update users set email = to_char(score, '999') where id = 1;

-- refused: 0A000 SET
update users set name = email where id = 1;

-- refused: 0A000 expression
update users set email = current_user || 'x' where id = 1;

-- refused: 0A000 another statement
with u as (update users set email = lower(email) returning id) select * from u;

-- refused: 0A000 EXPLAIN
explain update users set email = lower(email) where id = 1;

-- refused: 0A000 operator /
update users set score = case when id > 5 then 1 / score end where id = 1;
