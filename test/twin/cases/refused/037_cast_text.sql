-- description: A cast of a sealed column
-- expect: refused

-- refused: 0A000 users.email
select email::varchar(5) from users;

select 1;
