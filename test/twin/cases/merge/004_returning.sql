-- description: MERGE ... RETURNING
-- expect: served
-- order: multiset
-- since: 17

-- params: ["1", "canary-merged@example.com"]
merge into users u using (values ($1::int, $2::text)) as v(id, email) on u.id = v.id when matched then update set email = v.email when not matched then insert (id, email) values (v.id, v.email) returning merge_action(), u.id, u.email, u.phone;

merge into orders o using users u on o.user_id = u.id when matched and o.id < 3 then delete returning merge_action(), o.id, o.note, u.email;
