-- description: Every spelling of IN, ANY, SOME and ALL, with NULLs in lists (C39b)
-- expect: served

select id from users where email = some ('{canary-ada@example.com,canary-bob@example.com}') order by id;

select id from users where email <> all (array['canary-ada@example.com', 'canary-bob@example.com']) order by id;

select id from users where not (email = any ('{canary-ada@example.com,NULL}')) order by id;

select id from users where email <> all ('{canary-ada@example.com,NULL}') order by id;

select id from users where email not in ('canary-ada@example.com', null) order by id;

select id from users where email in ('canary-ada@example.com', null) order by id;

-- params: ["canary-ada@example.com", null]
select id from users where email not in ($1, $2) order by id;

select id from users where email <> any ('{canary-ada@example.com}') order by id;

select id from users where score = all ('{867530901}') order by id;

select id from users where email in (values ('canary-ada@example.com'), ('canary-bob@example.com')) order by id;

-- params: ["canary-ada@example.com", "canary-bob@example.com"]
select id from users where email = any (values ($1), ($2)) order by id;

select id from users where score in (values (867530901), (867530908)) order by id;

select id from users where email <> all (values ('canary-ada@example.com'), (null)) order by id;

-- error: 42883
select id from users where score in (values ('867530901'));

select id from users where email = some (select user_email from orders) order by id;

select id from users where email <> all (select user_email from orders where user_email is not null) order by id;

select id from users where email not in (select user_email from orders) order by id;

-- params: ["canary-ada@example.com"]
select id, $1 in (select user_email from orders o where o.user_id = u.id) from users u order by id;

select id from orders where 'canary-bob@example.com' = any (select email from users where users.id = orders.user_id) order by id;
