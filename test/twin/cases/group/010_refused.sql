-- description: Grouping that terms cannot answer is refused by name
-- expect: refused

-- refused: 0A000 users.phone
select phone, count(*) from users group by phone;

-- refused: 0A000 users.phone
select distinct phone from users;

-- refused: 0A000 users.phone
select count(distinct phone) from users;

-- refused: 0A000 users.phone
select row_number() over (partition by phone) from users;

-- refused: 0A000 users.email
select count(*) from users group by coalesce(email, 'x');

-- refused: 0A000 users.email
select coalesce(email, 'x') from users group by 1;

-- refused: 0A000 users.email
select distinct coalesce(email, 'x') from users;

-- refused: 0A000 orders.user_email
select user_email from orders group by user_email order by user_email;

-- refused: 0A000 orders.user_email
select user_email, (select count(*) from users where email = orders.user_email) from orders group by user_email;

-- refused: 0A000 Odd Names.E-Mail
select * from (select "E-Mail" from "Odd Names") s group by "E-Mail";

-- refused: 0A000 a
select a, count(*) from (select email as a from users union all select note from orders) s group by a;

-- refused: 0A000 users.email
select array_agg(distinct email) from users;

-- refused: 0A000 users.email
select lag(email, 1, 'none') over (order by id) from users;

-- refused: 0A000 Odd Names.select
select distinct * from "Odd Names";

select 1;
