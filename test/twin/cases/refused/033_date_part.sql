-- description: extract()
-- expect: refused

-- refused: 0A000 users.birthday
select age(birthday) from users;

select 1;
