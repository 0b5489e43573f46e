-- description: sealed IN (VALUES ...)
-- expect: refused

-- refused: 0A000 users.email
select id from users where email in (values ('canary-ada@example.com'));

select 1;
