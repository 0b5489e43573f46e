-- description: Acra encrypted the first statement of a Query alone
-- expect: served
-- modes: simple batch

select 1;

insert into users (email, name) values ('canary-first@example.com', 'F');

insert into users (email, name) values ('canary-second@example.com', 'S');

select name, email from users where email in ('canary-first@example.com', 'canary-second@example.com') order by name;
