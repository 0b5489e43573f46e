-- description: A sealed column compared with the one value of a subquery
-- expect: served

select id from users where email = (select user_email from orders where id = 3);

select id from users where email <> (select o.user_email from orders o where o.id = 3) order by id;

select id, email = (select user_email from orders o where o.user_id = users.id order by o.id limit 1) from users order by id;

select id from users where (select user_email from orders where id = 1) = email;

select id from users where email is distinct from (select user_email from orders where id = 4) order by id;

-- params: ["canary-ada@example.com"]
select id from orders o where (select email from users u where u.id = o.user_id) = $1 order by id;

select id from users where email = (select distinct user_email from orders where id < 3);

select id from users where email = (select user_email from orders group by user_email order by count(*) desc, min(id) limit 1);

select id from orders o where (select email from users u where u.id = o.user_id) in ('canary-ada@example.com', 'canary-bob@example.com') order by id;
