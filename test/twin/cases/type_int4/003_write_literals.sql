-- description: int4: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_int4) values (200, 42) returning k_int4;

insert into kinds (id, k_int4) values (201, -42) returning k_int4;

insert into kinds (id, k_int4) values (202, '42') returning k_int4;

insert into kinds (id, k_int4) values (203, 2147483647) returning k_int4;

insert into kinds (id, k_int4) values (204, -2147483648) returning k_int4;

insert into kinds (id, k_int4) values (205, int '7') returning k_int4;

insert into kinds (id, k_int4) values (206, '8'::int4) returning k_int4;

insert into kinds (id, k_int4) values (207, 9::int8) returning k_int4;

insert into kinds (id, k_int4) values (208, 10.0) returning k_int4;

select id, k_int4 from kinds where id >= 200 order by id;
