-- description: numeric(20,4): literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_numeric) values (200, 1.5) returning k_numeric;

insert into kinds (id, k_numeric) values (201, -1.5) returning k_numeric;

insert into kinds (id, k_numeric) values (202, '1.5') returning k_numeric;

insert into kinds (id, k_numeric) values (203, 1e3) returning k_numeric;

insert into kinds (id, k_numeric) values (204, numeric '7.77777') returning k_numeric;

insert into kinds (id, k_numeric) values (205, 0.00004) returning k_numeric;

insert into kinds (id, k_numeric) values (206, 42) returning k_numeric;

insert into kinds (id, k_numeric) values (207, 'NaN') returning k_numeric;

insert into kinds (id, k_numeric) values (208, 12345.678901::numeric) returning k_numeric;

select id, k_numeric from kinds where id >= 200 order by id;
