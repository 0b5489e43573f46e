-- description: A cast of a sealed number
-- expect: refused

-- refused: 0A000 users.score
select score::text from users;

select 1;
