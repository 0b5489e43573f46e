-- description: float4: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_float4) values (200, 1.5) returning k_float4;

insert into kinds (id, k_float4) values (201, -1.5) returning k_float4;

insert into kinds (id, k_float4) values (202, '1.5') returning k_float4;

insert into kinds (id, k_float4) values (203, 1e3) returning k_float4;

insert into kinds (id, k_float4) values (204, real '0.1') returning k_float4;

insert into kinds (id, k_float4) values (205, 'NaN'::float4) returning k_float4;

insert into kinds (id, k_float4) values (206, '-infinity') returning k_float4;

insert into kinds (id, k_float4) values (207, 0.1::float8) returning k_float4;

insert into kinds (id, k_float4) values (208, 7) returning k_float4;

select id, k_float4 from kinds where id >= 200 order by id;
