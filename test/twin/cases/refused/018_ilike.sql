-- description: ILIKE
-- expect: refused

-- refused: 0A000 users.email
select id from users where email ilike 'canary-ada@example.com';

select 1;
