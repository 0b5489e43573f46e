-- description: CREATE TABLE AS
-- expect: refused
-- user: postgres

-- refused: 0A000 sealed
create table copy_of as select email from users;

select 1;
