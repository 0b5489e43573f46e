-- description: CREATE TABLE with a sealed primary key is refused
-- expect: refused
-- user: postgres
-- cleanup: drop table if exists ledger

-- refused: 0A000 ledger.owner
create table ledger (owner text primary key);
