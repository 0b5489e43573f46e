-- description: sum()
-- expect: refused

-- refused: 0A000 users.score
select sum(score) from users;

select 1;
