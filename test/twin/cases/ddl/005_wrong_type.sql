-- description: CREATE TABLE of a mapped column with another type is refused
-- expect: refused
-- user: postgres
-- cleanup: drop table if exists ledger

-- refused: 42804 ledger.owner
create table ledger (id int primary key, owner int);
