-- description: float8: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_float8) values (200, 1.5) returning k_float8;

insert into kinds (id, k_float8) values (201, -1.5) returning k_float8;

insert into kinds (id, k_float8) values (202, '1.5') returning k_float8;

insert into kinds (id, k_float8) values (203, 1e300) returning k_float8;

insert into kinds (id, k_float8) values (204, float8 '0.1') returning k_float8;

insert into kinds (id, k_float8) values (205, 'NaN') returning k_float8;

insert into kinds (id, k_float8) values (206, '-infinity'::float8) returning k_float8;

insert into kinds (id, k_float8) values (207, 0.1::float4) returning k_float8;

insert into kinds (id, k_float8) values (208, 7) returning k_float8;

select id, k_float8 from kinds where id >= 200 order by id;
