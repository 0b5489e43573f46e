-- description: Functions of a sealed text in the select list, computed on the opened value (C32, C36)
-- expect: served

select id, length(email), char_length(email), character_length(phone), octet_length(email), bit_length(phone) from users order by id;

select id, left(email, 3), left(email, -3), left(email, 0), left(email, 100), left(email, -100) from users order by id;

select id, right(email, 3), right(email, -3), right(email, 0), right(email, 100), right(email, -100) from users order by id;

select id, substr(email, 2), substr(email, 2, 3), substr(email, -2, 5), substr(email, 0), substr(email, 300, 2), substr(email, 2, 0) from users order by id;

select id, substring(email from 8 for 4), substring(email from 3), substring(phone, 2, 2), substring(email for 2) from users order by id;

select id, email || '!', '<' || email, '<' || phone || '>' as p, email || '' from users order by id;

select id, trim(k_text), btrim(k_varchar), ltrim(k_text), rtrim(k_varchar), reverse(k_text), md5(k_text) from kinds order by id;

select id, replace(email, 'canary', 'c'), replace(email, '', 'x'), replace(email, 'a', ''), split_part(email, '@', 2), split_part(email, '', 1), split_part(email, 'a', 3) from users order by id;

select id, strpos(email, 'a'), strpos(email, ''), strpos(email, 'ť'), position('@' in email), starts_with(email, 'canary'), starts_with(email, '') from users order by id;

select id, left(split_part(email, '@', 1), 7) || '...' as short, length(trim(email)) from users order by id;

select length(k_bytea), octet_length(k_bytea) from kinds order by id;

select id, pg_catalog.length(u.email) as "Length", email, length(email) as l from users u where email <> '' order by u.id limit 2;

select length(o.user_email), u.id, left(u.email, 7) from users u left join orders o on o.user_id = u.id order by u.id, o.id;

-- params: ["1"]
select left(email, 7) from users where id = $1;
