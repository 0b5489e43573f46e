-- description: SELECT DISTINCT may be ordered by what it selects and by nothing else
-- expect: served

-- error: 42P10
select distinct o_int4 from ranks order by o_int4, id;

-- error: 42P10
select distinct o_int4 from ranks order by o_int4, place + 1;

-- error: 42P10
select distinct email from users order by name;

select distinct o_int4, place from ranks r order by o_int4, r.place;

select distinct o_int4, place + 1 from ranks order by place + 1, 1;

select distinct r.o_int4 as v, place from ranks r order by o_int4, place nulls first;

-- error: 42P10
select distinct o_int4, place from ranks order by abs(place);

select distinct o_int4, abs(place) from ranks order by abs(place), o_int4;
