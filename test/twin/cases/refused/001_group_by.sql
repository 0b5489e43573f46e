-- description: GROUP BY a sealed column (C34)
-- expect: refused

-- refused: 0A000 users.email
select email, count(*) from users group by email;

select 1;
