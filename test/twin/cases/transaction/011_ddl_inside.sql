-- description: A plain table made, used and rolled back in one block
-- expect: served
-- user: postgres
-- cleanup: drop table if exists scratch

begin;

create table scratch (id int, email text);

insert into scratch values (1, 'a@example.com') returning *;

select u.email, s.email from users u join scratch s on s.id = u.id;

rollback;

-- error: 42P01
select * from scratch;
