-- description: GROUP BY a sealed column: by name, qualified, with aggregates, NULLs a group of their own (C34)
-- expect: served
-- order: multiset

select user_email, count(*) from orders group by user_email;

select count(*) from orders group by user_email;

select o.user_email, sum(o.id), max(item), bool_or(user_email is null) from orders o group by o.user_email;

select score, birthday, count(*), min(id) from users group by score, birthday;

select item, user_email, count(*) from orders group by item, (user_email), item;

select user_email as address, count(amount), count(distinct amount) from orders group by user_email having count(*) > 1;

select count(*) as n, phone is null from users group by phone is null;

select tag, k_bool, count(*) from kinds group by (tag, k_bool);

-- params: ["2"]
select user_email, count(*) from orders group by user_email having count(*) >= $1;

-- params: ["canary-ada@example.com"]
select user_email, user_email = $1 as same, count(*) from orders where item <> 'tea' group by user_email;

-- params: ["canary-ada@example.com"]
select user_email, count(*) from orders group by user_email having user_email <> $1 or user_email is null;

select item, count(*) from orders group by item having count(distinct user_email) > 1;

select user_email, count(*) from orders where false group by user_email;
