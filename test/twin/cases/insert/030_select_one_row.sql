-- description: INSERT ... SELECT of one row of constants and parameters
-- expect: served

-- params: ["9001", "nine@example.com"]
insert into users (id, email, phone) select $1, $2, '555' where not exists (select 1 from users where email = $2);

-- params: ["9002", "nine@example.com"]
insert into users (id, email) select $1, $2 where not exists (select 1 from users where email = $2) returning id;

insert into users (id, email, birthday, name) select 9002, 'c@example.com', '2001-02-03', 'a name' returning id, email, birthday, name;

insert into users (id, email) select 9003, 'd@example.com' from (select 1) as dual where not exists (select 1 from users where id = 9003) limit 1;

insert into users (id, email, score) select 9004, null, 7 on conflict (id) do nothing returning *;

insert into users (id, email) select 9004, 'again' on conflict (id) do update set email = excluded.email returning id, email;

insert into users select 9005, coalesce('x@example.com', 'y'), upper('name'), null, null, '{"a": [1, 2]}';

-- params: ["9006", "i@example.com"]
insert into users (id, email, name) select $1::int, $2::text, (select name from users where id = 1);

with w as (select 9007 as n) insert into users (id, email) select (select n from w), 'j@example.com';

-- error: 23505
insert into users (id, email) select 9008, 'j@example.com';

-- error: 22007
insert into users (id, birthday) select 9009, 'no date';

-- error: 42601
insert into users (id, email) select 9010;

-- error: 42601
insert into users (id, email) select 9010, 'x', 'y';

-- error: 42804
insert into users (id, birthday) select 9010, 5;

select id, email, phone, birthday, notes, score, name from users where id > 9000 order by id;
