-- description: lower() in WHERE
-- expect: refused

-- refused: 0A000 users.email
select id from users where lower(email) = 'canary-ada@example.com';

select 1;
