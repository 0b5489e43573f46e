-- description: Subqueries that give one value of the row that a column of the outer query names
-- expect: served
-- order: multiset

select id, (select o.note from orders o where o.id = u.id) as note from users u order by id;

select (select owner from accounts a where a.id = b.id), b.note from accounts b;

select (select owner from accounts a where b.id = a.id and a.note <> 'a2' order by a.phone is null limit 1) from accounts b where id < 3;

select (select guest from visits v where v.no = w.no and w.site = v.site), no from visits w;

select s.n, s.who from (select note as n, (select owner from accounts a where a.id = accounts.id) as who from accounts) s;

with c as (select id, (select owner from accounts a where a.id = accounts.id) as who from accounts) select c.who, d.who from c join c d on d.id = c.id + 1;

select coalesce((select owner from accounts a where a.id = b.id), 'canary-none') from accounts b;

select case when b.note = 'a1' then (select owner from accounts a where a.id = b.id) else 'canary-else' end from accounts b;

select u.name, (select email from users v where v.id = o.user_id) from orders o left join users u on u.id = o.user_id;

select (select (select email from users v where v.id = o.user_id) from orders o where o.id = i.id) from items i;

select o.user_id, (select u.email from users u where u.id = o.user_id), count(*) from orders o group by o.user_id;

select o.oid, (select email from users where id = o.user_id) from (select user_id, id as oid from orders) o;
