-- description: An error fails the block, 25P02 until ROLLBACK
-- expect: served

begin;

-- error: 23505
insert into users (email) values ('canary-ada@example.com');

-- error: 25P02
select email from users where id = 1;

-- error: 25P02
select 1;

rollback;

select email from users where id = 1;
