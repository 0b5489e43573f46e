-- description: INSERT in WITH
-- expect: served
-- modes: simple text binary

with a as (insert into accounts (owner) values ('canary-rec-1') returning id, owner), b as (insert into visits (guest) values ('canary-rec-2') returning no) select a.id, b.no from a, b;

select id, owner from accounts order by id;
