-- description: BEGIN, writes, COMMIT
-- expect: served
-- modes: simple text binary batch

begin;

insert into users (email, name) values ('canary-tx@example.com', 'Tx') returning email;

update users set phone = 'canary-tx' where id = 1;

select id, phone from users where email = 'canary-tx@example.com';

commit;

select name, email from users where email = 'canary-tx@example.com';
