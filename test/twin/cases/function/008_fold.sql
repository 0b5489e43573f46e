-- description: lower and upper of ASCII values (C39c)
-- expect: served

select id, lower(email), upper(left(email, 8)), lower(phone) as p from users where id <> 6 order by id;

select id, upper(k_varchar) from kinds where id in (1, 5) order by id;

select id, lower(email) from users where id > 6 order by id;
