-- description: UPDATE pinned by equality on a unique sealed column
-- expect: served

update users set phone = 'canary-pin' where email = 'canary-ada@example.com';

-- params: ["canary-pin2", "canary-bob@example.com"]
update users set phone = $1 where email = $2 returning id, email, phone;

update members set badge = 'ca0a51e5-ca0a-4000-8000-0000000000ff' where org = 1 and member = 'canary-member-ann';

select org, member, badge from members order by org, level desc;
