-- description: ORDER BY by alias
-- expect: refused

-- refused: 0A000 users.email
select email as e from users order by e desc;

select 1;
