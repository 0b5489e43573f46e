-- description: Signed numbers and zero (B27)
-- expect: served

select id from kinds where k_int4 = -2147483648;

select id from kinds where k_int4 = 0;

select id from kinds where k_int2 = -32768;

select id from kinds where k_numeric = -8675309.0001;

select id from kinds where k_bool = false order by id;

select id from kinds where k_text = '';
