-- description: EXISTS, IN (SELECT ...), scalar subqueries
-- expect: served

select id, email from users u where exists (select 1 from orders o where o.user_email = u.email) order by id;

select id from users u where not exists (select from orders o where o.user_email = u.email and o.item = 'ink') order by id;

select id, (select o.note from orders o where o.user_id = u.id order by o.id limit 1) as note from users u order by id;

select email from users where id in (select user_id from orders where amount = 86753.09) order by id;

select id from users where id = (select user_id from orders where user_email = 'canary-bob@example.com');
