-- description: TimeZones, with summer time, offsets and far places
-- expect: served

set timezone = 'Europe/Berlin';

select k_timestamptz from kinds order by id;

set timezone = 'America/New_York';

select k_timestamptz from kinds order by id;

set timezone = 'Asia/Kathmandu';

select k_timestamptz from kinds order by id;

set timezone = 5;

select k_timestamptz from kinds order by id;

set timezone to default;

select k_timestamptz from kinds order by id;
