-- description: INSERT in a CTE, its rows read outside
-- expect: served

with fresh as (insert into users (email, name) values ('canary-cte@example.com', 'Cte') returning id, email)
select fresh.email, fresh.id from fresh;

with one as (select 1 as x) insert into orders (id, item, user_email) values (60, 'ink', 'canary-with@example.com') returning user_email;

select email from users where email = 'canary-cte@example.com';
