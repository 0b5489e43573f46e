-- description: UNION ALL of rows with records, of one table and of several
-- expect: served
-- order: multiset

select owner from accounts where id = 1 union all select owner from accounts where id = 2;

select owner as who, note from accounts union all select guest, site from visits order by note, 2;

select owner from accounts union all select guest from visits union all select 'canary-literal';

select 'canary-literal' as who, 1 union all select owner, id from accounts union all (select guest, no from visits order by no desc limit 1);

select owner, phone from accounts union all select guest, null from visits;

select a.owner, b.owner from accounts a join accounts b on a.id = b.id union all select owner, null from accounts where id < 3;

select a.owner, b.owner from accounts a left join accounts b on b.id = a.id + 1 union all select b.owner, a.owner from accounts a left join accounts b on b.id = a.id + 1;

select s.who from (select owner as who, note from accounts union all select guest, site from visits) s where s.note <> 'a2';

with c as (select id, owner from accounts union all select no, guest from visits) select c.owner, d.owner from c join c d on d.id = c.id + 1;

with c as (select owner from accounts where id < 3) select owner from c union all select owner from c;

select s.owner, note from (select owner, note from accounts) s union all select owner, note from accounts where note = 'a1' order by note;

select owner, id from accounts union all select guest, no from visits order by id limit 3;

select email from users where id = 1 union all select owner from accounts union all select guest from visits union all select user_email from orders;

-- params: ["canary-given", "2"]
-- oids: [25, 20]
select owner, id from accounts where id = $2 union all select $1, $2;

select exists (select owner from accounts union all select guest from visits), count(*) from accounts;

select id from accounts where owner in (select owner from accounts where id < 3);
