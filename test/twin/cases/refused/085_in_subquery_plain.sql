-- description: sealed IN (SELECT plain)
-- expect: refused

-- refused: 0A000 users.email
select id from users where email in (select label from items);

select 1;
