-- description: INSERT ... SELECT of many rows: constants, parameters and copies of sealed columns, each row with its own key
-- expect: served

-- params: ["many at once"]
insert into users (id, email, name) select id + 9000, null, $1 from items order by id;

insert into users (id, phone, name) select 9100 + i, '555', 'copy' from generate_series(1, 3) as i returning id, phone, name;

-- params: ["canary-p", "9103"]
insert into users (id, phone, active, created) select id + 100, $1, true, '2024-05-06' from users where name = 'copy' and id <= $2 order by id desc limit 2 returning id, phone, created;

insert into users (id, phone, birthday, score, notes) select id + 9300, phone, birthday, score, notes from users where id < 9 order by id returning id, phone, birthday, score, notes;

with w as (select id, birthday from users where id < 4 order by id) insert into users (id, birthday, name) select w.id + 9400, w.birthday, 'with' from w returning *;

insert into users (id, phone) select id, 'again' from users where id < 5 order by id on conflict do nothing returning id, phone;

insert into users (id, phone) select id + 9500, 'none' from users where false;

-- error: 23505
insert into users (id, email) select id + 9600, 'same@example.com' from users where id < 3;

select id, email, phone, birthday, score, notes, name, created from users where id > 9000 order by id;

-- error: 23505
insert into users select * from users where id = 1;
