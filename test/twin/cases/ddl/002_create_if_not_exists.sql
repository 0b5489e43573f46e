-- description: CREATE TABLE IF NOT EXISTS of a mapped table
-- expect: served
-- user: postgres
-- cleanup: drop table if exists ledger

create table if not exists public.ledger (id int primary key, owner text, balance numeric(14,2), memo varchar(30));

create table if not exists public.ledger (id int primary key, owner text, balance numeric(14,2), memo varchar(30));

insert into ledger (id, owner) values (1, 'canary-ifne') returning owner;

drop table if exists ledger;
