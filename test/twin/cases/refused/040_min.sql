-- description: min()
-- expect: refused

-- refused: 0A000 users.email
select min(email) from users;

select 1;
