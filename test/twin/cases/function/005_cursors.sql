-- description: Functions in cursors and prepared statements
-- expect: served
-- modes: simple

begin;

declare c cursor for select id, length(email), left(email, 8) as l from users order by id;

fetch 3 from c;

commit;

prepare p as select split_part(email, '@', 2) from users where id = $1;

execute p(1);

deallocate p;
