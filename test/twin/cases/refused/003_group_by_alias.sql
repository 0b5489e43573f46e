-- description: GROUP BY by alias
-- expect: refused

-- refused: 0A000 users.email
select email as e, count(*) from users group by e;

select 1;
