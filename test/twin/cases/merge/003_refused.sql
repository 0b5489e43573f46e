-- description: MERGE that would seal one value in several rows, or copy one
-- expect: refused
-- since: 15

-- refused: 0A000 several rows
merge into users u using orders o on o.user_id = u.id when matched then update set email = 'canary-x';

-- refused: 0A000 several rows
merge into users u using (values (1), (2)) as v(id) on u.id = v.id when not matched then insert (id, email) values (v.id, 'canary-x');

-- refused: 0A000 several rows
merge into users u using (values ('Ada')) as v(name) on u.name = v.name when matched then update set email = 'canary-x';

-- refused: 0A000 users.email
merge into orders o using users u on o.user_id = u.id when matched then update set user_email = u.email;

-- refused: 0A000 users.email
merge into orders o using users u on o.user_id = u.id when matched then update set item = u.email;

-- refused: 0A000 used in another way
merge into users u using (values (1, 'canary-y')) as v(id, email) on u.id = v.id when matched then update set email = v.email, name = v.email;
