-- description: MERGE that writes plain columns, deletes, does nothing, and searches sealed columns
-- expect: served
-- since: 15

-- params: ["canary-ada@example.com", "merged"]
merge into orders using users on users.id = orders.user_id when matched and users.email = $1 then update set item = $2;

merge into items i using (values (1, 'a'), (9, 'b')) as v(id, qty) on i.id = v.id when matched then update set price = 9 when not matched then insert (id, qty) values (v.id, 5);

merge into orders o using users u on u.email = o.user_email and o.id = 3 when matched then delete;

merge into orders o using users u on o.user_email = u.email when matched and u.score = 867530901 and o.id = 1 then update set item = u.name, note = null when matched then do nothing;

merge into members m using (select 1 as org, 'owner' as role) s on m.org = s.org and m.role = s.role when matched and m.member = 'canary-member-ann' then update set level = level + 1 when not matched then insert (org, member, role) values (s.org, null, s.role);

select id, user_email, item, note from orders order by id;
select id, email from users order by id;
select org, member, role, level from members order by org, role;
