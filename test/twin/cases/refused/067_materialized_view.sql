-- description: CREATE MATERIALIZED VIEW
-- expect: refused
-- user: postgres

-- refused: 0A000 sealed
create materialized view mv as select email from users;

select 1;
