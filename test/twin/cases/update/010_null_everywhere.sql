-- description: A sealed column of many rows may be set to NULL: no value is shared
-- expect: served

update users set phone = null;

select count(phone), count(*) from users;
