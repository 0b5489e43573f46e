-- description: JOIN ... USING over a sealed column is refused (C38)
-- expect: refused

-- refused: 0A000 users.email
select id, oid from users join (select id as oid, user_email as email from orders) o using (email) order by oid;
