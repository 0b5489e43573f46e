-- description: date: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_date) values (200, '2024-02-29') returning k_date;

insert into kinds (id, k_date) values (201, date '2024-03-01') returning k_date;

insert into kinds (id, k_date) values (202, '1999-12-31'::date) returning k_date;

insert into kinds (id, k_date) values (203, 'infinity') returning k_date;

insert into kinds (id, k_date) values (204, '2020-01-01 12:34') returning k_date;

insert into kinds (id, k_date) values (205, '2020-05-05 23:59'::timestamp) returning k_date;

select id, k_date from kinds where id >= 200 order by id;
