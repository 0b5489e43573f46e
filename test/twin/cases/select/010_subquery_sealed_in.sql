-- description: sealed IN (SELECT sealed) within an index group
-- expect: served

select id from users where email in (select user_email from orders where item = 'ink') order by id;

select id from orders where user_email = any (select email from users where active) order by id;
