-- description: An error, then ROLLBACK TO SAVEPOINT
-- expect: served

begin;

insert into users (email, name) values ('canary-e1@example.com', 'E1');

savepoint s;

-- error: 22P02
insert into users (score) values ('canary');

rollback to s;

insert into users (email, name) values ('canary-e2@example.com', 'E2') returning email;

commit;

select name, email from users where name in ('E1', 'E2') order by name;
