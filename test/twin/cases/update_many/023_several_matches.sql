-- description: Several matches a row: one of them counts
-- expect: served
-- modes: simple text binary batch

update users set phone = 'canary-multi' from orders where orders.user_id = users.id;

update users set phone = 'canary-cross' from items;

select id, phone from users order by id;
