-- description: GROUP BY by ordinal
-- expect: refused

-- refused: 0A000 users.email
select email, count(*) from users group by 1;

select 1;
