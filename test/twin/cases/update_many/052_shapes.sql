-- description: What cannot be divided is refused by name
-- expect: refused

-- refused: 0A000 public.users.phone
with gone as (delete from items returning id) update users set phone = 'canary-cte' where id in (select id from gone);

-- refused: 0A000 public.users.phone
with changed as (update users set phone = 'canary-cte' where id > 1 returning id) select * from changed;

-- refused: 0A000 public.users.phone
explain update users set phone = 'canary-explain';

-- refused: 0A000 public.users.phone
update users set phone = 'canary-q' where id > 1 returning (select count(*) from items);

-- refused: 0A000 public.orders.note
update orders o set note = case when u.active then 'canary-a' else note end from users u where u.id = o.user_id;

-- refused: 0A000 public.users.phone
update users set phone = 'canary-m', (name, active) = (select label, true from items limit 1) where id > 1;

select id, phone from users order by id;
