-- description: JOIN ... USING over a sealed column is refused (C38)
-- expect: refused

-- refused: 0A000 users.email
select id, oid from users join (select id as oid, user_email as email from orders) o using (email) order by oid;

-- refused: 0A000 orders.user_email
select user_email from orders a full join orders b using (user_email);

-- refused: 0A000 orders.user_email
select j.user_email from orders a join orders b using (user_email) as j;

-- refused: 0A000 orders.user_email
select j.user_email from (orders a join orders b using (user_email)) as j;

-- refused: 0A000 users.phone
select u.id from users u join users v using (phone);

-- refused: 0A000 email
select email from users u join members m on true join users v using (email) where exists (select 1 from items u where email = 'x');

-- refused: 0A000 JOIN ... USING
explain select email from users u join users v using (email);
