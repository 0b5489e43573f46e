-- description: A PREPARE survives ROLLBACK; in a failed block nothing is prepared; DISCARD ALL takes all away
-- expect: served
-- modes: simple text binary

begin;

prepare p (text) as select id, email from users where email = $1;

rollback;

execute p('ann@example.com');

begin;

-- error: 42P01
select * from no_such_table;

-- error: 25P02
prepare q as select email from users where id = 1;

-- error: 25P02
execute p('ann@example.com');

rollback;

-- error: 26000
execute q;

begin;

execute p('ann@example.com');

commit;

discard all;

-- error: 26000
execute p('ann@example.com');
