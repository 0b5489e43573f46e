-- description: BEGIN, writes, ROLLBACK
-- expect: served
-- modes: simple text binary batch

begin;

insert into users (email, name) values ('canary-rb@example.com', 'Rb');

delete from orders where user_email = 'canary-ada@example.com';

select count(*) from orders;

rollback;

select count(*) from orders;

select id from users where email = 'canary-rb@example.com';
