-- description: DECLARE of what is not served
-- expect: refused

begin;

-- refused: 0A000 email
declare c cursor for select email from users order by email;

rollback;
