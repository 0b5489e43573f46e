-- description: bool: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_bool) values (200, true) returning k_bool;

insert into kinds (id, k_bool) values (201, false) returning k_bool;

insert into kinds (id, k_bool) values (202, 't') returning k_bool;

insert into kinds (id, k_bool) values (203, 'off') returning k_bool;

insert into kinds (id, k_bool) values (204, bool 'yes') returning k_bool;

insert into kinds (id, k_bool) values (205, '1'::bool) returning k_bool;

insert into kinds (id, k_bool) values (206, 1::bool) returning k_bool;

select id, k_bool from kinds where id >= 200 order by id;
