-- description: A refusal inside a savepoint can be rolled back to
-- expect: refused

begin;

insert into users (email, name) values ('canary-rs@example.com', 'Rs');

savepoint s;

-- refused: 0A000 users.email
select id from users order by email;

rollback to savepoint s;

commit;

select name from users where email = 'canary-rs@example.com';
