-- description: A sealed column in LIMIT (C42)
-- expect: refused

-- refused: 0A000 users.score
select id from users limit (select score from users where id = 1);

select 1;
