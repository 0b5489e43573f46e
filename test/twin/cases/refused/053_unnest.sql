-- description: unnest over a sealed column
-- expect: refused

-- refused: 0A000 users.email
select unnest(array[email]) from users;

select 1;
