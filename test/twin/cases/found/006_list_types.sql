-- description: found by the generator: a list is read in the common type of the column and its members
-- expect: served

insert into things (id, s_int2, s_int4, s_float4, s_date, s_text, s_numeric, s_char) values
  (1, 867, 867530901, 0.1, '1915-12-10', 'canary a', 42, 'canary'), (2, 7, 1, 1.5, '2000-01-01', 'canary b', null, null);

-- params: ["40000"]
select id from things where s_int2 in (867, $1) order by id;

-- params: ["7"]
select id from things where s_int2 in ($1, '867', 5) order by id;

select id from things where s_int2 in (867, '40000', '5') order by id;

select id from things where s_int2 not in (867, 3000000000, '5000000000') order by id;

select id from things where s_int4 in (1.5, '1.0', '7.5') order by id;

-- error: 22P02
select id from things where s_int4 in (1, '7.5') order by id;

select id from things where s_float4 in (0.1, 2) order by id;

select id from things where s_date in ('2000-01-01 00:00'::timestamp, '1915-12-10 12:00') order by id;

select id from things where s_numeric in (42, '42.000', 41::int2) order by id;

select id from things where s_char in ('canary'::text, 'x') order by id;

select id from things where s_int2 = any (array[867, '40000', 3000000000]) order by id;

select id from things where s_int2 = any (array['7', 867::int2, 8]) order by id;
