-- description: array_agg and string_agg of sealed columns, with the opened values
-- expect: served

select array_agg(email order by id) from users;

select array_agg(phone order by id), array_agg(birthday order by id), array_agg(score order by id), array_agg(notes order by id) from users;

select item, array_agg(user_email order by id) as who, count(*) from orders group by item order by item;

select array_agg(email order by id) filter (where id > 100) from users;

select array_agg(k_text order by id), array_agg(k_varchar order by id), array_agg(k_char order by id), array_agg(k_bytea order by id), array_agg(k_bool order by id), array_agg(k_json order by id), array_agg(k_jsonb order by id) from kinds;

select array_agg(k_float4 order by id), array_agg(k_float8 order by id), array_agg(k_numeric order by id), array_agg(k_free order by id), array_agg(k_uuid order by id), array_agg(k_time order by id), array_agg(k_timestamp order by id), array_agg(k_interval order by id), array_agg(k_int8 order by id) from kinds;

select id, (select array_agg(o.user_email order by o.id) from orders o where o.user_id = users.id) as mails from users order by id;

select s.mails from (select array_agg(email order by id) as mails from users) s;

select (array_agg(email order by id))[1], (array_agg(email order by id desc))[2] from users;

select array(select email from users order by id), array(select birthday from users where id > 100);

select id, array(select o.note from orders o where o.user_id = u.id order by o.id) from users u order by id;

select string_agg(email, ', ' order by id), string_agg(phone, '' order by id) as phones from users;

select item, string_agg(note, '; ' order by id) from orders group by item order by item;

select string_agg(email, ',') from users where id > 100;

select string_agg(email, ',' order by id) filter (where id > 2) as few from users;

select json_build_object('mails', array_agg(email order by id)), array_to_json(array_agg(email order by id)), to_jsonb(array_agg(score order by id)) from users;

select id, array_agg(email) over (order by id) from users order by id;
