-- description: MERGE of one row whose values are sealed
-- expect: served
-- since: 15

-- params: ["1", "canary-merged@example.com"]
merge into users u using (values ($1::int, $2::text)) as v(id, email) on u.id = v.id when matched then update set email = v.email when not matched then insert (id, email) values (v.id, v.email);

-- params: ["50", "CANARY-Inserted@example.com"]
merge into users u using (values ($1::int, $2::text)) as v(id, email) on u.id = v.id when matched then update set email = v.email when not matched then insert (id, email, phone, name) values (v.id, v.email, 'canary-555-50', 'fifty');

-- params: ["canary-const"]
merge into users u using (values (2)) as v(id) on u.id = v.id when matched and u.email <> 'x' then update set email = lower($1), phone = 'canary-555-2', name = 'two' when matched then do nothing;

merge into users u using (values (8)) as v(id) on u.id = v.id when not matched then insert (id, email) values (v.id, 'canary-never') when matched then delete;

-- error: 23505
merge into users u using (values (60)) as v(id) on u.id = v.id when not matched then insert (id, email) values (v.id, 'canary-const');

select id, email, phone, name from users order by id;
