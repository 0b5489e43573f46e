-- description: SELECT DISTINCT over sealed columns, alone, beside plain ones, over * (C34)
-- expect: served
-- order: multiset

select distinct user_email from orders;

select distinct user_email, item from orders;

select distinct item, o.user_email as who from orders o where id < 6;

select distinct score, birthday from users;

select distinct * from members;

select distinct * from members m natural join (select 1 as level) s;

select distinct o.*, u.email, u.name from users u left join orders o on o.user_id = u.id where phone is null;

select distinct email, count(*) over (partition by score) from users where score is not null;

select distinct user_email from orders group by user_email, item;

select count(*) from (select distinct user_email from orders) s;

select s.user_email, s.n from (select distinct user_email, 1 as n from orders) as s where s.user_email = 'canary-ada@example.com';

with d as (select distinct user_email from orders) select u.name, d.user_email from users u join d on d.user_email = u.email;

select distinct item, user_email from orders order by item;

select distinct item as i, user_email from orders order by i desc limit 1;

-- error: 42P10
select distinct user_email from orders order by id;

-- error: 42P10
select distinct item, user_email from orders order by item, id;

-- params: ["canary-ada@example.com"]
select distinct user_email, user_email = $1 as hit from orders order by hit;
