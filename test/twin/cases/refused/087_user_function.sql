-- description: A function over a sealed column
-- expect: refused

-- refused: 0A000 users.email
select pg_typeof(email) from users;

select 1;
