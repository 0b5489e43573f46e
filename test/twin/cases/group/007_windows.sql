-- description: PARTITION BY a sealed column, and windows that give one of a sealed column's values (C37)
-- expect: served

select id, count(*) over (partition by user_email) from orders order by id;

select id, row_number() over w, rank() over (partition by score order by id) from users window w as (partition by birthday, score order by id) order by id;

select id, lag(email) over (order by id), lead(email, 2) over (order by id) from users order by id;

select id, first_value(u.email) over (partition by u.score order by id) as first, last_value(score) over (order by id), nth_value(phone, 2) over (order by id) from users u order by id;

select id, lag(user_email) over (partition by user_email order by id) is null from orders order by id;

select s.id, s.before from (select id, lag(email) over (order by id) as before from users) s where s.before = 'canary-bob@example.com';

-- params: ["1"]
select id, lag(email, $1::int) over (order by id) from users order by id;
