-- description: Functions that depend on more than the value, and places where the server would need the result
-- expect: refused

-- refused: 0A000 users.email
select initcap(email) from users;

-- refused: 0A000 users.email
select email || now() from users;

-- refused: 0A000 users.email
select id from users where length(email) > 3;

-- refused: 0A000 users.email
select length(email) from users order by 1;

-- refused: 0A000 users.email
select length(email) as l from users order by l;

-- refused: 0A000 users.email
select length(email), count(*) from users group by email;

-- refused: 0A000 users.email
select distinct length(email) from users;

-- refused: 0A000 users.email
select * from (select length(email) from users) s;

-- refused: 0A000 users.email
select length(email) from users union all select 1;

-- refused: 0A000 users.email
with c as (select length(email) as l from users) select l from c;

-- refused: 0A000 users.email
select (select length(email) from users where id = 1);

-- refused: 0A000 users.email
select sqrt(length(email)) from users;

-- refused: 0A000 users.email
insert into items (id, qty) select 99, length(email) from users where id = 1;

-- refused: 0A000 users.email
select sum(length(email)) from users;

-- refused: 0A000 RETURNING
update users set email = 'x' || id where id > 100 returning length(email);

select 1;
