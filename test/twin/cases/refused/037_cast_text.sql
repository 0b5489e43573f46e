-- description: A cast of a sealed column
-- expect: refused

-- refused: 0A000 users.email
select id from users where email::varchar(5) = 'canar';

select 1;
