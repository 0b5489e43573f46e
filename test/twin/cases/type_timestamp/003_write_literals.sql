-- description: timestamp: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_timestamp) values (200, '2024-02-29 12:00') returning k_timestamp;

insert into kinds (id, k_timestamp) values (201, timestamp '2024-03-01 01:02:03.5') returning k_timestamp;

insert into kinds (id, k_timestamp) values (202, '2020-01-01'::timestamp) returning k_timestamp;

insert into kinds (id, k_timestamp) values (203, '2020-01-01'::date) returning k_timestamp;

insert into kinds (id, k_timestamp) values (204, '-infinity') returning k_timestamp;

select id, k_timestamp from kinds where id >= 200 order by id;
