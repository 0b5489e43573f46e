-- description: CREATE TABLE of a mapped table makes its columns sealed (C5)
-- expect: served
-- user: postgres
-- cleanup: drop table if exists ledger

create table ledger (id int primary key, owner text unique not null, balance numeric(14,2), memo varchar(30), plain text);

insert into ledger values (1, 'canary-owner-1', 8675309.25, 'canary memo', 'p'), (2, 'canary-owner-2', NULL, NULL, NULL);

select * from ledger order by id;

select id from ledger where owner = 'canary-owner-2';

-- error: 23505
insert into ledger (id, owner) values (3, 'canary-owner-1');

-- error: 23502
insert into ledger (id, owner) values (4, NULL);

update ledger set balance = 1 where owner = 'canary-owner-2' returning *;

drop table ledger;
