-- description: numeric: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_free) values (200, 1.5) returning k_free;

insert into kinds (id, k_free) values (201, 1.500) returning k_free;

insert into kinds (id, k_free) values (202, '1.50') returning k_free;

insert into kinds (id, k_free) values (203, 1e3) returning k_free;

insert into kinds (id, k_free) values (204, numeric '7.77777') returning k_free;

insert into kinds (id, k_free) values (205, -0.0) returning k_free;

insert into kinds (id, k_free) values (206, 42) returning k_free;

insert into kinds (id, k_free) values (207, '-Infinity') returning k_free;

insert into kinds (id, k_free) values (208, 12345.678901::numeric(8,2)) returning k_free;

select id, k_free from kinds where id >= 200 order by id;
