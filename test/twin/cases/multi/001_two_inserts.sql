-- description: Both statements of one Query are sealed (acra: only the first)
-- expect: served
-- modes: batch

insert into users (email, name) values ('canary-m1@example.com', 'M1');

insert into users (email, name) values ('canary-m2@example.com', 'M2');

select name, email from users where email in ('canary-m1@example.com', 'canary-m2@example.com') order by name;
