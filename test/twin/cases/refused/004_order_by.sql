-- description: ORDER BY a sealed column (C35)
-- expect: refused

-- refused: 0A000 users.email
select id from users order by email;

select 1;
