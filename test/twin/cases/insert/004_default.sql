-- description: DEFAULT in place of values, DEFAULT VALUES
-- expect: served
-- modes: simple text binary batch

insert into users (id, email, name, phone, birthday) values (default, default, 'D1', default, default);

insert into users (id, email, name) values (default, 'canary-d2@example.com', 'D2'), (default, default, 'D3');

insert into users default values;

select id, email, name, phone, birthday, active from users where id > 8 order by id;
