-- description: SELECT * and table.*
-- expect: served
-- modes: simple text binary batch
-- order: multiset

select * from users order by id;

select u.* from users u where u.id = 1;

select u.*, o.* from users u join orders o on o.user_id = u.id order by o.id;

select * from vault order by id;

table members;
