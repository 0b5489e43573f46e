-- description: ARRAY[]
-- expect: refused

-- refused: 0A000 users.email
select array[email] from users;

select 1;
