-- description: The column itself stays in other rows
-- expect: served

update users set phone = case when active then 'canary-active' else phone end;

update users set email = coalesce(email, 'canary-filled@example.com') where id = 4 or id = 4;

select id, phone, email from users order by id;
