-- description: SHOW, SET, RESET, current_setting
-- expect: served
-- modes: simple text binary batch

show datestyle;

set application_name = 'twin';

show application_name;

set intervalstyle = 'iso_8601';

select current_setting('intervalstyle'), k_interval from kinds order by id;

reset intervalstyle;

select k_interval from kinds where id = 1;

set extra_float_digits = 0;

select k_float4, k_float8 from kinds order by id;

reset all;

select k_float4 from kinds where id = 1;
