-- description: A window ordered by a sealed column
-- expect: refused

-- refused: 0A000 users.email
select row_number() over (order by email) from users;

select 1;
