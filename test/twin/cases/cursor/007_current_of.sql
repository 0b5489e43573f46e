-- description: WHERE CURRENT OF
-- expect: served

begin;

declare c cursor for select id, email from users where id in (1, 2) order by id for update;

fetch c;

update users set name = 'current' where current of c returning id, name, email;

update users set email = 'current@example.com', phone = '1' where current of c returning id, email;

fetch c;

select id, email, phone from users order by id;

commit;
