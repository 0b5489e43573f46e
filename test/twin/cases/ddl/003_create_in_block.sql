-- description: CREATE TABLE of a mapped table, its use and a ROLLBACK in one block
-- expect: served
-- user: postgres
-- cleanup: drop table if exists ledger

begin;

create table ledger (id serial primary key, owner text, balance numeric(14,2), memo varchar(30));

insert into ledger (owner, balance) values ('canary-blk', 12.5) returning *;

select owner from ledger where balance = 12.50;

rollback;

-- error: 42P01
select * from ledger;
