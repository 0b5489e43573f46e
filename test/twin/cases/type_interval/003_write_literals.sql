-- description: interval: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_interval) values (200, '1 day') returning k_interval;

insert into kinds (id, k_interval) values (201, interval '2 weeks') returning k_interval;

insert into kinds (id, k_interval) values (202, '1-2'::interval) returning k_interval;

insert into kinds (id, k_interval) values (203, '1 day 02:03:04.5'::interval) returning k_interval;

select id, k_interval from kinds where id >= 200 order by id;
