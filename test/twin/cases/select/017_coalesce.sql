-- description: COALESCE of sealed columns and constants
-- expect: served

select id, coalesce(email, 'canary-none') from users order by id;

select id, coalesce(phone, 'canary-no phone') as p, coalesce(birthday, '1900-01-01'), coalesce(score, 0) from users order by id;

-- params: ["canary-from-parameter"]
select id, coalesce(email, $1) from users order by id;

select coalesce(o.user_email, u.email) from orders o left join users u on u.id = o.user_id order by o.id;

select coalesce(null, email) from users where id = 1;

-- params: ["canary-from-parameter"]
select id, coalesce(email, $1::varchar), coalesce(email, 'canary-cut'::varchar(9)) from users order by id;
