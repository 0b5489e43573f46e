-- description: SELECT INTO
-- expect: refused
-- user: postgres

-- refused: 0A000 sealed
select email into copy_of from users;

select 1;
