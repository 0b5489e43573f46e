-- description: WITH HOLD outlives COMMIT, and not the ROLLBACK of its transaction
-- expect: served
-- modes: simple text binary

declare h cursor with hold for select id, email from users order by id;

fetch 2 from h;

begin;

fetch 1 from h;

declare gone cursor with hold for select id, phone from users order by id;

fetch 1 from gone;

rollback;

fetch 1 from h;

-- error: 34000
fetch 1 from gone;

begin;

declare kept scroll cursor with hold for select user_email, amount from orders order by id;

commit;

fetch all from kept;

close h;

discard all;

-- error: 34000
fetch kept;
