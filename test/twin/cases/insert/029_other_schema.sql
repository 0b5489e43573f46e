-- description: A table of the same bare name that is not in the map stays plain
-- expect: served
-- modes: simple text binary batch

insert into other.users (id, email, phone) values (10, 'third@example.com', '123');

select * from other.users where email like '%@example.com' order by email desc;

select lower(email), email || '!' from other.users order by id;
