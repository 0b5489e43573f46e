-- description: JSON that functions build of sealed columns, opened in its place (B32)
-- expect: served

select id, json_build_object('id', id, 'mail', email, 'n', score) from users order by id;

select id, jsonb_build_object('id', id, 'mail', email, 'n', score, 'notes', notes, 'day', birthday) from users order by id;

select json_build_array(id, email, phone, birthday, notes, score) from users order by id;

select jsonb_build_array(id, email, phone, birthday, notes, score) from users order by id;

select json_agg(email order by id) from users;

select jsonb_agg(email order by id) from users;

select json_agg(json_build_object('id', id, 'mail', email) order by id) from users;

select name, jsonb_agg(jsonb_build_object('mail', email, 'nested', jsonb_build_array(phone, jsonb_build_object('s', score)))) from users group by name order by name;

select coalesce(json_agg(json_build_array(email)), '[]') from users where id > 1000;

select coalesce(json_agg(json_build_array(email) order by id), '[]'::json) as data from users where id < 3;

select item, json_agg(note order by id) filter (where id > 1) from orders group by item order by item;

select json_object_agg(id, email order by id), jsonb_object_agg(id, email) from users;

select to_json(email), to_jsonb(email), to_json(birthday), to_jsonb(notes), to_json(notes), to_jsonb(score) from users order by id;

-- params: ["canary-ada@example.com"]
select json_build_object('id', id, 'mail', email) as "x" from users where email = $1;

-- params: ["label"]
select json_build_object($1::text, email, name, phone) from users order by id;

select json_agg(json_build_object('k', email))::text from users where id = 1;

select json_build_object('k', email, 'k', phone)::jsonb, jsonb_build_object('b', email, 'a', 1)::json from users where id = 1;

select jsonb_build_object('k', email, 'k', 'plain'), jsonb_build_object('k', 1, 'k', email) from users order by id;
