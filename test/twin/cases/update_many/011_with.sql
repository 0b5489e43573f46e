-- description: WITH before it
-- expect: served
-- order: multiset
-- modes: simple text binary batch

with busy as (select user_id, count(*) as n from orders group by user_id)
update users set phone = 'canary-busy', name = name || ' ' || busy.n from busy where busy.user_id = users.id returning users.id, busy.n, users.name;

with recursive n (i) as (values (1) union all select i + 1 from n where i < 3)
update users set phone = 'canary-rec' where id in (select i from n);

select id, name, phone from users order by id;
