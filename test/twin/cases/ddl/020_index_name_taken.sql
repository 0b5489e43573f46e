-- description: an index without a name takes the next free one, as PostgreSQL chooses it
-- expect: served
-- user: postgres
-- cleanup: drop table if exists ledger

create table ledger (id int primary key, owner text, balance numeric(14,2), memo varchar(30));

create index on ledger (owner);

create index on ledger (owner);

create unique index on ledger (owner, id);

-- error: 42P07
create index ledger_owner_idx on ledger (owner);

select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = 'ledger'::regclass order by 1;
