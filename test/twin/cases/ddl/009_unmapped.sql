-- description: DDL of unmapped tables passes
-- expect: served
-- user: postgres
-- cleanup: drop table if exists scratch

create table scratch (id int primary key, note text default 'x', check (note <> ''));

insert into scratch values (1, 'a'), (2, 'b') returning *;

alter table scratch add column more int default 5;

create index on scratch (lower(note));

select * from scratch order by id;

drop table scratch;
