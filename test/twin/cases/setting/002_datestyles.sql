-- description: Every DateStyle
-- expect: served

set datestyle = 'ISO, DMY';

select k_date, k_timestamp, k_timestamptz from kinds order by id;

set datestyle = 'SQL, MDY';

select k_date, k_timestamp, k_timestamptz from kinds order by id;

set datestyle = 'SQL, DMY';

select k_date, k_timestamp, k_timestamptz from kinds order by id;

set datestyle = 'Postgres, MDY';

select k_date, k_timestamp, k_timestamptz from kinds order by id;

set datestyle = 'Postgres, DMY';

select k_date, k_timestamp, k_timestamptz from kinds order by id;

set datestyle = 'German';

select k_date, k_timestamp, k_timestamptz from kinds order by id;
