-- description: CASE with sealed results
-- expect: served

select id, case when active then email else 'canary-hidden' end from users order by id;

select id, case when id = 1 then email when id = 2 then null end as e from users order by id;

select id, case when email is null then 'none' else 'some' end from users order by id;

select id, case when email = 'canary-ada@example.com' then 'ada' else name end from users order by id;

select id, case active when true then birthday else '1970-01-01' end from users order by id;
