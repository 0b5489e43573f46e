-- description: lower() in the result
-- expect: refused

-- refused: 0A000 users.email
select lower(email) from users;

select 1;
