-- description: Plain columns set to subqueries
-- expect: served
-- modes: simple text binary batch

update users set phone = 'canary-sub', name = (select max(item) from orders where orders.user_id = users.id) where id < 5;

update users set phone = 'canary-sub', active = exists (select from orders where orders.user_id = users.id), name = default;

select id, name, active, phone from users order by id;
