-- description: NULLIF of a sealed column
-- expect: served

select id, nullif(email, '') from users order by id;

-- params: ["canary-ada@example.com"]
select id, nullif(email, $1) as other from users order by id;

select id, coalesce(nullif(email, ''), 'none') from users order by id;

select id, nullif(score, 867530901), nullif(score::int, 5::int8), nullif(birthday, date '1915-12-10') from users order by id;

select nullif(u.email, o.user_email), nullif(amount, 86753.09), nullif(note, '') from orders o join users u on u.id = o.user_id order by o.id;

select id, nullif(email, null) from users order by id;

select s.nullif from (select id, nullif(email, '') from users) s order by s.id;

select id, case when id > 2 then name else 'x' end, case when id > 2 then email else nullif(email, '') end from users order by id;

select name, nullif('a', 'b') from users order by id;
