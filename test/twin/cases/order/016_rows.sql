-- description: Rows compared as keyset paging does (C39, C40)
-- expect: served

-- params: ["1915-12-10", "1"]
select id from ranks where (o_date, id) > ($1, $2) order by id;

-- params: ["1915-12-10", "7"]
select id from ranks where (o_date, id) >= ($1, $2) order by id;

-- params: ["2", "1915-12-10", "7"]
select id from ranks where (place, o_date, id) < ($1, $2, $3) order by id;

select id from ranks where (o_int4, o_date) <= (867530901, '1915-12-10') order by id;

select id from ranks where (o_int2, id) < (0.5, 3) order by id;

select id from ranks where (o_int2, id) > (-0.5, 3) order by id;

select id from ranks where (o_int2, id) = (0, 7) order by id;

select id from ranks where (o_int2, id) <> (0, 7) order by id;

select a.id, b.id from ranks a, ranks b where (a.o_date, a.id) < (b.o_date, b.id) order by a.id, b.id;
