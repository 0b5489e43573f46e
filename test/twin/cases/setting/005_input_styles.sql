-- description: What is written is read under the settings of the connection (B21)
-- expect: served

set datestyle = 'ISO, DMY';

insert into kinds (id, k_date, k_timestamp) values (20, '01/02/2020', '03/04/2021 05:06') returning k_date, k_timestamp;

set datestyle = 'ISO, MDY';

insert into kinds (id, k_date, k_timestamp) values (21, '01/02/2020', '03/04/2021 05:06') returning k_date, k_timestamp;

set timezone = 'Asia/Tokyo';

insert into kinds (id, k_timestamptz) values (22, '2020-01-01 00:00') returning k_timestamptz;

-- params: ["23", "2020-06-01 12:00:00", "01/02/2020"]
insert into kinds (id, k_timestamptz, k_date) values ($1, $2, $3) returning k_timestamptz, k_date;

set timezone = 'UTC';

select id, k_date, k_timestamp, k_timestamptz from kinds where id >= 20 order by id;

select id from kinds where k_date = '01/02/2020' order by id;
