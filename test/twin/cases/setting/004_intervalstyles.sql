-- description: Every IntervalStyle
-- expect: served

set intervalstyle = 'postgres';

select k_interval from kinds order by id;

set intervalstyle = 'postgres_verbose';

select k_interval from kinds order by id;

set intervalstyle = 'sql_standard';

select k_interval from kinds order by id;

set intervalstyle = 'iso_8601';

select k_interval from kinds order by id;
