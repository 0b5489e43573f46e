-- description: JOIN ... USING over a sealed column
-- expect: served

select id, oid from users join (select id as oid, user_email as email from orders) o using (email) order by oid;
