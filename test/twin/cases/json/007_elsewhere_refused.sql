-- description: Built values are not taken for the columns that they hold
-- expect: refused

-- refused: 0A000 orders.user_email
select id from users where email = (select string_agg(user_email, '') from orders);

-- refused: 0A000 users.email
select s.m = 'x' from (select string_agg(email, '') as m from users) s;

-- refused: 0A000 users.email
select distinct s.m from (select string_agg(email, '') as m from users) s;

-- refused: 0A000 users.email
select m, count(*) from (select array_agg(email) as m from users) s group by m;

-- refused: 0A000 users.email
select lower(s.m) = lower('x') from (select string_agg(email, '') as m from users) s;

-- refused: 0A000 users.email
insert into users (id, email) select 900, string_agg(email, '') from users;

-- refused: 0A000 users.email
update users set email = s.m from (select string_agg(email, '') as m from users) s where id = 1;

-- refused: 0A000 users.email
update users set email = (select string_agg(email, '') from users) where id = 1;

-- refused: 0A000 users.email
select length(s.m) from (select string_agg(email, '') as m from users) s;

-- refused: 0A000 users.email
select s.m from (select string_agg(email, '') as m from users) s order by s.m;

-- refused: 0A000 users.email
select string_agg(email, '') from users union select 'x';

-- refused: 0A000 orders.amount
select s.m from (select sum(amount) as m from orders) s where s.m > 5;

-- refused: 0A000 users.email
select lag(s.m) over () from (select string_agg(email, '') as m from users) s;

-- refused: 0A000 users.email
select max(s.m) from (select string_agg(email, '') as m from users) s;

-- refused: 0A000 RETURNING
update users set phone = 'x' where name <> 'x' returning json_build_object('mail', email);

select 1;
