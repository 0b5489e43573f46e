-- description: GREATEST
-- expect: refused

-- refused: 0A000 users.email
select greatest(email, 'canary') from users;

select 1;
