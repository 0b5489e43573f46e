-- description: BETWEEN
-- expect: refused

-- refused: 0A000 users.birthday
select id from users where birthday between '1915-01-01' and '1916-01-01';

select 1;
