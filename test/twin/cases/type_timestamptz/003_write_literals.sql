-- description: timestamptz: literals of many spellings
-- expect: served
-- modes: simple text binary batch

insert into kinds (id, k_timestamptz) values (200, '2024-02-29 12:00+02') returning k_timestamptz;

insert into kinds (id, k_timestamptz) values (201, timestamptz '2024-03-01 01:02:03.5 America/New_York') returning k_timestamptz;

insert into kinds (id, k_timestamptz) values (202, '2020-01-01'::timestamptz) returning k_timestamptz;

insert into kinds (id, k_timestamptz) values (203, '2020-01-01'::date) returning k_timestamptz;

insert into kinds (id, k_timestamptz) values (204, '2020-06-01 10:00'::timestamp) returning k_timestamptz;

insert into kinds (id, k_timestamptz) values (205, '-infinity') returning k_timestamptz;

select id, k_timestamptz from kinds where id >= 200 order by id;
