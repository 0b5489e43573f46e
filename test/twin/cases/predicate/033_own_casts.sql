-- description: Casts of a sealed column that change no value
-- expect: served

select id, email::text, cast(email as text), (email)::varchar, email::text::varchar from users order by id;

select id, phone::text, phone::varchar, phone::varchar(20), score::int, score::int4, birthday::date, notes::jsonb from users order by id;

select id, amount::numeric, amount::numeric(12,2), note::text as t from orders order by id;

-- params: ["canary-ada@example.com"]
select id from users where email::text = $1;

-- params: ["canary-ada@example.com"]
select id from users where cast(email as varchar) in ($1, 'canary-bob@example.com') order by id;

select id from orders where note::text = 'canary note one' or note::varchar = any('{canary note five}') order by id;

select id from users where score::int = 867530901 order by id;

select coalesce(email::text, 'none') from users order by id;

select count(*) from (select email::text as e from users) s where s.e = 'canary-bob@example.com';

select user_email::text from orders where id = 1 union all select 'x';

select k_varchar::text, k_text::varchar from kinds order by id;
