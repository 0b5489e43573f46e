-- description: int2: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_int2) values (200, 42) returning k_int2;

insert into kinds (id, k_int2) values (201, -42) returning k_int2;

insert into kinds (id, k_int2) values (202, '42') returning k_int2;

insert into kinds (id, k_int2) values (203, +5) returning k_int2;

insert into kinds (id, k_int2) values (204, 0) returning k_int2;

insert into kinds (id, k_int2) values (205, int2 '7') returning k_int2;

insert into kinds (id, k_int2) values (206, '8'::int2) returning k_int2;

insert into kinds (id, k_int2) values (207, 9::int4) returning k_int2;

insert into kinds (id, k_int2) values (208, 10.0) returning k_int2;

select id, k_int2 from kinds where id >= 200 order by id;
