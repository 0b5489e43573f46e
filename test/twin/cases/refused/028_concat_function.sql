-- description: concat()
-- expect: refused

-- refused: 0A000 users.email
select concat(email, 'x') from users;

select 1;
