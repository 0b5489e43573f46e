-- description: A key over a sealed column
-- expect: served
-- order: multiset
-- modes: simple text binary batch

update members set badge = 'ca0a51e5-ca0a-4000-8000-000000000077' where org = 1 returning member, badge;

update members set role = 'x' || role, badge = null, level = level + 1;

-- params: ["ca0a51e5-ca0a-4000-8000-000000000078"]
update members set badge = $1, org = org + 10 where level > 2;

select * from members order by org, role;
