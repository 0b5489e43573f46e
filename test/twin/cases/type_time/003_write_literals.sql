-- description: time: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_time) values (200, '08:06') returning k_time;

insert into kinds (id, k_time) values (201, time '12:34:56.789') returning k_time;

insert into kinds (id, k_time) values (202, '1:00 PM'::time) returning k_time;

insert into kinds (id, k_time) values (203, '04:05:06.0000001') returning k_time;

select id, k_time from kinds where id >= 200 order by id;
