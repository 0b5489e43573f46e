-- description: Constants beside sealed columns in a cursor's rows
-- expect: served
-- modes: simple text binary

begin;

declare c cursor for select id, coalesce(email, 'none') as e from users order by id;

fetch 3 from c;

fetch all from c;

declare d cursor for select email from users where id = 1 union all select 'constant';

fetch all from d;

commit;
