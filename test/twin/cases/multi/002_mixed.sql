-- description: Plain and sealed statements mixed in one Query (A70)
-- expect: served
-- modes: batch

select 1 as one;

select email from users where id = 1;

select label from items order by id;

update users set phone = 'canary-mm' where id = 2;

select id, phone from users where id = 2;
