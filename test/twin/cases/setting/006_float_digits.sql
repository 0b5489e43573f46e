-- description: extra_float_digits
-- expect: served

set extra_float_digits = -5;

select k_float4, k_float8 from kinds order by id;

set extra_float_digits = 3;

select k_float4, k_float8 from kinds order by id;

set extra_float_digits = 0;

select k_float4, k_float8 from kinds order by id;
