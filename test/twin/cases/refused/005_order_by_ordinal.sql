-- description: ORDER BY by ordinal
-- expect: refused

-- refused: 0A000 users.email
select email from users order by 1;

select 1;
