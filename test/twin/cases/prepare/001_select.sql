-- description: PREPARE, EXECUTE and DEALLOCATE of a search by a sealed column (A40)
-- expect: served
-- modes: simple text binary batch

prepare p (text) as select id, email, phone from users where email = $1;

execute p('ann@example.com');

execute p('nobody');

execute p(null);

prepare "Two As" as select id, birthday from users where email = $1 or id = $2 order by id;

execute "Two As"('ann@example.com', '2');

execute "Two As"('ann@example.com'::varchar, 2);

deallocate p;

deallocate prepare "Two As";
