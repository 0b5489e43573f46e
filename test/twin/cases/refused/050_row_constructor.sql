-- description: ROW()
-- expect: refused

-- refused: 0A000 users.email
select row(id, email) from users;

select 1;
