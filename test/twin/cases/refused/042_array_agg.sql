-- description: array_agg()
-- expect: refused

-- refused: 0A000 users.email
select array_agg(email) from users;

select 1;
