-- description: INSERT ... SELECT that is not served
-- expect: refused

-- refused: 0A000 users.email
insert into users (id, email) select id + 9000, initcap(label) || now() from items;

-- refused: 0A000 orders.note
insert into users (id, phone) select distinct id + 9000, note from orders;

-- refused: 0A000 users.phone
insert into users (id, name) select id + 9000, phone from users;

-- refused: 0A000 CONFLICT
insert into users (id, phone) select id, 'x' from users on conflict (id) do update set phone = 'y';

-- refused: 0A000 rewrite
insert into users (id, phone) (select id + 9000, 'x' from users);

-- refused: 0A000 users.phone
insert into users (id, phone) select id + 9000, 'x' from users union all select id, 'y' from users;

-- refused: 0A000 users.phone
explain insert into users (id, phone) select id + 9000, 'x' from users;

select count(*) from users;
