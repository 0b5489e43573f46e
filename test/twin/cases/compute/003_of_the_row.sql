-- description: SET of a sealed column from columns of the row: opened, computed and sealed anew
-- expect: served
-- order: multiset

update users set email = lower(email) where id not in (6, 8);

update users set score = score + 1, birthday = birthday - 1 where id in (1, 2, 4);

-- params: ["5"]
update users set score = score + $1 where id = 1 returning score;

update users set email = name || '-canary@example.com' where id in (2, 3) returning id, email;

update users set email = phone where id = 2 returning email, phone;

-- params: [null]
update users set email = coalesce($1, lower(email)), phone = coalesce(phone, 'canary-none') where id = 1 returning email, phone;

update users set phone = substr(email, 1, 8), email = concat(name, '+', phone, '@canary') where id = 5 returning email, phone;

update users set email = case when id = 7 then upper(email) else lower(email) || 'x' end where id in (7, 8) returning id, email;

update orders set note = concat(item, '/', note, '/canary'), amount = amount * 2 where id < 4;

update users set email = null where id = 3;

update users set email = lower(email) where email is null;

update orders set amount = greatest(amount, 86753.10), user_email = nullif(user_email, 'canary-bob@example.com') where amount is not null;

update members set member = member || '-' || role, badge = badge where org = 1 returning member, role, level;

update items set label = label || qty where id = 1;

update users set email = u.phone from users u where u.id = 7 and users.id = 8 returning users.email;

update orders set note = substr(u.email, 1, 10) || u.name from users u where u.id = orders.user_id and u.email <> '';

select id, email, phone, birthday, score from users order by id;
select id, user_email, amount, note from orders order by id;
select org, member, badge from members order by org, role;
