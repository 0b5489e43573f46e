-- description: format()
-- expect: refused

-- refused: 0A000 users.email
select format('%s', email) from users;

select 1;
