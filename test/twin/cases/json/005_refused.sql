-- description: JSON and arrays of sealed columns in other places are refused by name
-- expect: refused

-- refused: 0A000 users.email
select json_build_object('mail', email)->>'mail' from users;

-- refused: 0A000 users.email
select id from users order by json_build_array(email)::text;

-- refused: 0A000 users.email
select distinct jsonb_build_array(email) from users;

-- refused: 0A000 users.email
select count(*) from users group by jsonb_build_array(email);

-- refused: 0A000 users.email
select jsonb_build_object('mail', email) || '{"a": 1}' from users;

-- refused: 0A000 users.email
select json_build_object(email, 1) from users;

-- refused: 0A000 users.email
select jsonb_build_object(name, email) from users;

-- refused: 0A000 users.email
select json_agg(distinct email) from users;

-- refused: 0A000 users.email
select row_to_json(u, true) from users u;

-- refused: 0A000 users.email
select jsonb_pretty(jsonb_build_object('mail', email)) from users;

-- refused: 0A000 users.email
select id from users where jsonb_build_object('mail', email) @> '{"mail": "x"}';

-- refused: 0A000 users.email
select coalesce(json_agg(json_build_array(email)), '[["x"]]') from users;

-- refused: 0A000 users.email
select case when id > 1 then json_build_array(email) else json_build_array(email, id) end from users;

-- refused: 0A000 users.email
select json_build_array(email) from users union all select json_build_array(item) from orders;

-- refused: 0A000 users.email
insert into items (id, label) select 999, json_agg(json_build_array(email))::text from users;

-- refused: 0A000 users.email
select unnest(array_agg(email)) from users;

-- refused: 0A000 users.email
select array_length(array_agg(email), 1) from users;

-- refused: 0A000 users.email
select array_agg(email) = array['x'] from users;

-- refused: 0A000 users.score
select string_agg(score::text, ',') from users;

-- refused: 0A000 users.email
select string_agg(email, name) from users;

-- refused: 0A000 users.email
select u from users u;

select 1;
