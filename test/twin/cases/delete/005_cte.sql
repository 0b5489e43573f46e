-- description: DELETE in a CTE, rows read outside
-- expect: served

with gone as (delete from orders where user_id = 1 returning id, user_email, amount) select * from gone order by id;

with a as (select id from users where email = 'canary-bob@example.com') delete from orders using a where orders.user_id = a.id returning orders.user_email;

select count(*) from orders;
