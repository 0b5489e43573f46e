-- description: Errors of the server around a default
-- expect: served
-- modes: simple text binary

begin;

insert into accounts (owner) values ('canary-rec-1') returning id;

-- error: 23505
insert into accounts (owner) values ('canary-rec-1');

-- error: 25P02
insert into accounts (owner) values ('canary-rec-2');

rollback;

insert into accounts (owner) values ('canary-rec-3') returning id;

select id, owner from accounts order by id;
