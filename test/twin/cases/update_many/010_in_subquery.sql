-- description: IN and EXISTS with subqueries
-- expect: served
-- modes: simple text binary batch

update users set phone = 'canary-ordered' where id in (select user_id from orders where amount is not null);

-- params: ["canary-exists", "ink"]
update users u set phone = $1 where exists (select from orders o where o.user_id = u.id and o.item = $2);

update users set phone = 'canary-lonely' where not exists (select from orders where orders.user_id = users.id);

select id, phone from users order by id;
