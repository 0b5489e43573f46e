-- description: CTEs, with column lists and more than one
-- expect: served

with a as (select id, email from users where active) select * from a order by id;

with a (x, y) as (select id, email from users), b as (select user_id, note from orders) select a.y, b.note from a join b on b.user_id = a.x order by a.x, b.note is null limit 1;

with a as materialized (select * from users) select email, phone from a where email = 'canary-ada@example.com';

with a as (select email, id from users), b as (select email as mail, id from a) select mail from b order by id;

with users as (select 1 as id, 'plain'::text as email) select email, upper(email) from users;
