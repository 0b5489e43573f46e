-- description: varchar(12): literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_varchar) values (200, 'canary lit') returning k_varchar;

insert into kinds (id, k_varchar) values (201, 'canary trims     ') returning k_varchar;

insert into kinds (id, k_varchar) values (202, 'canary cut off here'::varchar(8)) returning k_varchar;

insert into kinds (id, k_varchar) values (203, varchar 'canary typ') returning k_varchar;

insert into kinds (id, k_varchar) values (204, cast('canary long text' as varchar(12))) returning k_varchar;

insert into kinds (id, k_varchar) values (205, 'canary'::text) returning k_varchar;

insert into kinds (id, k_varchar) values (206, '') returning k_varchar;

select id, k_varchar from kinds where id >= 200 order by id;
