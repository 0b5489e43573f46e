-- description: Comparisons with another type that converts exactly both ways
-- expect: served

select id from kinds where k_int4 = 867530901::int8;

select id from kinds where k_int8 = 8675309086753091;

select id from kinds where k_int8 = 1::int2;

select id from kinds where k_int2 = 8675::int4;

select id from kinds where k_numeric = 1.5;

select id from kinds where k_numeric = 0;

select id from kinds where k_varchar = 'canary varch'::text;

select id from kinds where k_text = 'canary text'::varchar;
