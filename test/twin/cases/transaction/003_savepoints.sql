-- description: Savepoints with writes of sealed columns
-- expect: served

begin;

update users set phone = 'canary-s1' where id = 1;

savepoint a;

update users set phone = 'canary-s2' where id = 1 returning phone;

rollback to savepoint a;

select phone from users where id = 1;

savepoint b;

update users set phone = 'canary-s3' where id = 1;

release savepoint b;

commit;

select phone from users where id = 1;
