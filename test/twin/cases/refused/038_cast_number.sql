-- description: A cast of a sealed number
-- expect: refused

-- refused: 0A000 users.score
select id from users where score::text = '1';

select 1;
