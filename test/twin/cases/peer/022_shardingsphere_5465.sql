-- description: ShardingSphere 5465, 14309: upserts
-- expect: served

insert into members (org, member, badge) values (1, 'canary-member-ann', 'ca0a51e5-ca0a-4000-8000-0000000000aa')
  on conflict (org, member) do update set badge = excluded.badge, level = 9 where members.org = excluded.org returning *;
