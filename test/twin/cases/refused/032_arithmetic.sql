-- description: Arithmetic
-- expect: refused

-- refused: 0A000 users.score
select score ^ 2 from users;

select 1;
