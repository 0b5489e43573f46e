-- description: RETURNING a constant changes nothing in what is sealed (acra 583)
-- expect: served

insert into users (email, name) values ('canary-r0@example.com', 'R0') returning 0;

select email from users where name = 'R0';
