-- description: length()
-- expect: refused

-- refused: 0A000 users.email
select length(email) from users;

select 1;
