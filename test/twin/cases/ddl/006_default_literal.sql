-- description: CREATE TABLE with a DEFAULT for a sealed column is refused
-- expect: refused
-- user: postgres
-- cleanup: drop table if exists ledger

-- refused: 0A000 ledger.owner
create table ledger (id int primary key, owner text default 'canary-def');
