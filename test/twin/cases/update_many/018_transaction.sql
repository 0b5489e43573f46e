-- description: In a transaction, taken back in part
-- expect: served
-- order: multiset
-- modes: simple text binary batch

begin;

update users set phone = 'canary-tx' where id < 4;

savepoint s;

update users set phone = 'canary-sp', score = 1 where active returning id;

rollback to s;

update users set phone = 'canary-tx2' where id = 2 or id = 3;

select id, phone from users order by id;

commit;

select id, phone, score from users order by id;
