-- description: A whole row as text
-- expect: refused

-- refused: 0A000 users
select users::text from users;

select 1;
