-- description: ON CONFLICT on a key of a plain and a sealed column
-- expect: served

insert into members (org, member, role) values (1, 'canary-member-ann', 'again') on conflict (org, member) do nothing;

insert into members (org, member, role) values (3, 'canary-member-ann', 'third') on conflict (org, member) do nothing;

insert into members (org, member, role) values (1, 'canary-member-ben', 'chief')
  on conflict (org, member) do update set role = excluded.role, level = members.level + 1 returning *;

select * from members order by org, role;
