-- description: FROM with one match a row
-- expect: served
-- order: multiset
-- modes: simple text binary batch

update orders o set note = 'canary-from', item = u.name from users u where u.id = o.user_id;

-- params: ["canary-from-2", "1"]
update orders set note = $1 from users where users.email = orders.user_email and users.id = $2 returning orders.id, users.name, note;

select id, note, item from orders order by id;
