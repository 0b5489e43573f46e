-- description: A constant that no value of the column can equal
-- expect: served

select id from kinds where k_int2 = 100000;

select id from kinds where k_int4 = 8675309086753091;

select id from kinds where k_int4 <> 8675309086753091 order by id;

select id from kinds where k_int4 in (867530901, 8675309086753091) order by id;
