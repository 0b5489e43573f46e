-- description: Cursors end with their transaction; a name is used again for another query (C54)
-- expect: served
-- modes: simple text binary

begin;

declare c cursor for select id, email from users order by id;

fetch 1 from c;

commit;

-- error: 34000
fetch 1 from c;

begin;

declare c cursor for select user_email, amount, note from orders order by id;

fetch 1 from c;

-- error: 42P03
declare c cursor for select 1;

rollback;

begin;

declare c cursor for select id, item from orders order by id;

fetch 1 from c;

close c;

declare c cursor for select k_text, k_int8 from kinds order by id;

fetch 2 from c;

savepoint s;

declare d cursor for select email from users order by id;

rollback to s;

-- error: 34000
fetch d;

rollback;

-- error: 25P01
declare c cursor for select email from users;
