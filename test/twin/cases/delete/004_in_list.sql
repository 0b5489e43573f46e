-- description: DELETE by IN, IS NULL, subquery
-- expect: served

delete from orders where user_email in ('canary-bob@example.com', 'canary-nobody@example.com');

delete from orders where user_email is null;

delete from orders where user_id in (select id from users where email = 'canary-ada@example.com');

select id, user_email from orders order by id;
