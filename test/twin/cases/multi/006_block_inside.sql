-- description: BEGIN and COMMIT inside one Query
-- expect: served
-- modes: batch

begin;

insert into users (email, name) values ('canary-bl@example.com', 'Bl');

commit;

select name from users where email = 'canary-bl@example.com';

begin;

delete from orders;

rollback;

select count(*) from orders;
