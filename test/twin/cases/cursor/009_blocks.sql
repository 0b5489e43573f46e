-- description: A block with a cursor in one query string
-- expect: served
-- modes: batch

begin;

declare c cursor for select id, email from users order by id;

fetch 2 from c;

select email from users where id = 1;

fetch 1 from c;

close c;

commit;
