-- description: GROUPING SETS, ROLLUP and CUBE: a column that a set leaves out is NULL there, and GROUPING() tells (C34)
-- expect: served
-- order: multiset

select user_email, item, count(*) from orders group by rollup (user_email, item);

select user_email, item, count(*), grouping(user_email), grouping(item, user_email) from orders group by cube (user_email, item);

select user_email, item, count(*) from orders group by grouping sets ((user_email), (item), ());

select item, user_email, count(*) from orders group by item, rollup (user_email);

select coalesce(user_email, 'all'), grouping(user_email), count(*) from orders group by rollup (user_email);

select user_email, user_email is null, count(*) from orders group by grouping sets (user_email, ());

select user_email as who, count(*) from orders group by grouping sets ((1), ());

select user_email, count(*) from orders group by distinct rollup (user_email, item), rollup (user_email);

select user_email, count(*) from orders group by rollup (user_email) having grouping(user_email) = 1;

-- params: ["canary-ada@example.com"]
select user_email = $1, user_email, count(*) from orders group by rollup (user_email);
