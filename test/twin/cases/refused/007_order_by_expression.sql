-- description: ORDER BY an expression over a sealed column
-- expect: refused

-- refused: 0A000 users.email
select id from users order by coalesce(email, 'canary');

select 1;
