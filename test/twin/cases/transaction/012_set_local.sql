-- description: SET LOCAL and settings undone by ROLLBACK
-- expect: served

begin;

set local datestyle = 'German, DMY';

select birthday from users where id = 1;

rollback;

select birthday from users where id = 1;

begin;

set datestyle = 'SQL, DMY';

select birthday from users where id = 1;

commit;

select birthday from users where id = 1;
