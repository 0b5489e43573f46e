-- description: int8: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_int8) values (200, 42) returning k_int8;

insert into kinds (id, k_int8) values (201, -42) returning k_int8;

insert into kinds (id, k_int8) values (202, '42') returning k_int8;

insert into kinds (id, k_int8) values (203, 9223372036854775807) returning k_int8;

insert into kinds (id, k_int8) values (204, -9223372036854775808) returning k_int8;

insert into kinds (id, k_int8) values (205, bigint '7') returning k_int8;

insert into kinds (id, k_int8) values (206, '8'::int8) returning k_int8;

insert into kinds (id, k_int8) values (207, 9::int2) returning k_int8;

insert into kinds (id, k_int8) values (208, 10.0) returning k_int8;

select id, k_int8 from kinds where id >= 200 order by id;
