-- description: A grouped column within expressions of the select list and ORDER BY keeps its name and value
-- expect: served
-- order: multiset

-- params: ["none"]
select coalesce(user_email, $1), count(*) from orders group by user_email;

select coalesce(user_email, 'none') as c, case when count(*) > 1 then user_email end from orders group by user_email;

select case count(*) when 1 then 'once' else user_email end, count(*) from orders group by user_email;

select user_email is null, user_email is not null as known, count(user_email) from orders group by user_email;

select user_email, case user_email when 'canary-ada@example.com' then 1 else 0 end from orders group by user_email;

select user_email, count(*) from orders group by user_email order by user_email is null, count(*) desc, min(id);

select user_email, count(*) as n from orders group by user_email order by n, min(id) limit 2;

select user_email, sum(count(*)) over (order by min(id)) from orders group by user_email;

select user_email, rank() over (partition by user_email order by count(*)) from orders group by user_email;

select first_value(user_email) over (order by min(id)) from orders group by user_email;

select email, u.id, u.phone from users u group by id, email;

select id, email, count(*) from users group by id;
