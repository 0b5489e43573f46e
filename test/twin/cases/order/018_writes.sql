-- description: Comparisons by order in UPDATE, DELETE and conflicts
-- expect: served
-- order: multiset

-- params: ["1915-12-11"]
update ranks set tag = 'old' where o_date < $1 returning id;

-- params: ["1916-01-01", "ca0a51e5-ca0a-4000-8000-0000000000b1"]
update ranks set o_date = $1 where o_uuid = $2 returning id, o_date;

-- params: ["1916-01-01"]
select id from ranks where o_date >= $1 order by id;

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000b5", "867530999"]
insert into ranks (id, o_uuid, o_int4) values (20, $1, $2) on conflict (o_uuid) do update set o_int4 = excluded.o_int4 returning id, o_int4;

-- params: ["867530900", "867530901"]
delete from ranks where o_int4 between $1 and $2 returning id;

select id, o_int4 from ranks where o_int4 > 0 order by id;
