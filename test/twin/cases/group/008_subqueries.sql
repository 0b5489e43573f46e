-- description: Grouped columns in subqueries, WITH, IN and joins
-- expect: served
-- order: multiset

select s.user_email, s.n from (select user_email, count(*) as n from orders group by user_email) s where s.n = 1;

select u.name, g.n from users u join (select user_email, count(*) n from orders group by 1) g on g.user_email = u.email;

with g as (select user_email, count(*) as n from orders group by user_email) select * from g;

select name from users where email in (select user_email from orders group by user_email having count(*) > 1);

select name from users where email not in (select distinct user_email from orders where user_email is not null);

select n, count(*) from (select user_email, count(*) as n from orders group by user_email) s group by n;

select a, count(*) from (select email as a from users union all select user_email from orders) s group by a;

select distinct a from (select email as a from users union all select user_email from orders) s;

select (select count(distinct user_email) from orders o where o.user_id = u.id), name from users u;

select user_email, (select max(name) from users) from orders group by user_email;
