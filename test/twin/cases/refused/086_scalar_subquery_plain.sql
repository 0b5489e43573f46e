-- description: sealed = (SELECT plain)
-- expect: refused

-- refused: 0A000 users.email
select id from users where email = (select label from items limit 1);

select 1;
