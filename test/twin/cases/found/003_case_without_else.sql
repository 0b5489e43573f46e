-- description: found by the generator: CASE without ELSE has no length
-- expect: served
-- order: multiset

select case when o_int4 < (select p.o_int4 from parts p where p.id = 1) then s_text end as x, case when id > 0 then o_varchar end as y from things;
