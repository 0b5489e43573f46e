-- description: substring()
-- expect: refused

-- refused: 0A000 users.email
select substring(email from 1 for 3) from users;

select 1;
