-- description: UNION ALL of a sealed column and constants
-- expect: served

select id, email from users where id = 1 union all select 99, 'canary-constant' order by id;

select id, phone from users where id < 3 union all select 100, null order by id;

-- params: ["canary-param"]
select 0 as id, $1 as email union all select id, email from users where id = 2 order by id;
