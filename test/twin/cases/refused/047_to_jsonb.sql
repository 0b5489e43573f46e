-- description: to_jsonb() of a whole row
-- expect: refused

-- refused: 0A000 users
select to_jsonb(users) from users;

select 1;
