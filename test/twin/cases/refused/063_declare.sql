-- description: DECLARE over a mapped table
-- expect: refused

-- refused: 0A000 users
declare c cursor with hold for select email from users;

select 1;
