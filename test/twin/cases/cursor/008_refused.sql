-- description: What is not served of cursors
-- expect: refused

begin;

-- refused: 0A000 WITH HOLD
declare c cursor with hold for select id, coalesce(email, 'none') from users;

rollback;

begin;

-- refused: 0A000 LIKE
declare c cursor for select email from users where email like 'a%';

rollback;
