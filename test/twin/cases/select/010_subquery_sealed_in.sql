-- description: sealed IN (SELECT sealed) is refused
-- expect: refused

-- refused: 0A000 users.email
select id from users where email in (select user_email from orders where item = 'ink') order by id;

-- refused: 0A000 orders.user_email
select id from orders where user_email = any (select email from users where active) order by id;
