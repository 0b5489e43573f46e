-- description: COMMIT and ROLLBACK without a block, BEGIN twice
-- expect: served

commit;

rollback;

begin;

begin;

commit and chain;

select email from users where id = 1;

rollback;
