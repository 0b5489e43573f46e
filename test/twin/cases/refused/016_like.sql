-- description: LIKE (C40)
-- expect: refused

-- refused: 0A000 users.email
select id from users where email like 'canary%';

select 1;
