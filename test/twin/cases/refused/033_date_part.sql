-- description: extract()
-- expect: refused

-- refused: 0A000 users.birthday
select extract(year from birthday) from users;

select 1;
