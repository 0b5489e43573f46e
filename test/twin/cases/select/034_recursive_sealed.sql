-- description: WITH RECURSIVE over sealed columns
-- expect: refused

with recursive r (n, e) as (select id, email from users where id < 3 union all select n + 10, e from r where n < 30) select n, e from r order by n, e is null;

with recursive r as (select id, user_id, user_email from orders where id = 1 union all select o.id, o.user_id, o.user_email from orders o join r on o.id = r.id + 1) select * from r order by id;

with recursive r as (select id, user_email from orders where id = 1 union all select o.id, o.user_email from orders o join r on o.id = r.id + 1) select user_email, count(*) from r group by user_email order by count(*), user_email is null, max(id);

with recursive r as (select id, birthday, phone from users where id = 1 union all select u.id, u.birthday, u.phone from users u, r where u.id = r.id + 1 and u.id < 5) select r.phone, r.birthday, o.item from r left join orders o on o.user_id = r.id where r.birthday <> '1900-01-01' order by o.id, r.id;

with recursive r as (select id, email from users where id = 1 union all select u.id, u.email from users u join r on u.id = r.id + 1) select json_agg(json_build_object('e', email) order by id) from r;

-- refused: 0A000 users.email
with recursive r as (select id, email from users union select id, email from r) select * from r;

-- refused: 0A000 users.email
with recursive r as (select id, email from users union all select id + 1, name from users join r using (id)) select * from r;

-- refused: 0A000 orders.user_email
with recursive r as (select id, email from users where id = 1 union all select o.id, o.user_email from orders o join r on o.id = r.id + 1) select * from r;

-- refused: 0A000 users.email
with recursive r as (select id, name from users union all select r.id, u.email from users u join r on r.id = u.id) select * from r;

-- refused: 0A000 users.email
with recursive r as (select id, email from users where id = 1 union all select r.id + 1, 'x' from r where id < 3) select * from r;

select 1;
