-- description: IS NULL, IS NOT NULL
-- expect: served
-- modes: simple text binary batch

select id from users where email is null;

select id from users where email is not null and phone is null order by id;

select id, email is null, notes is not null from users order by id;

select id from vault where a is null and b isnull and c is null;

select id from vault where b notnull;
