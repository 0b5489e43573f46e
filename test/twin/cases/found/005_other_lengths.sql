-- description: found by the generator: a value of another length beside a char(n)
-- expect: served
-- order: multiset

insert into things (id, o_char, s_varchar) values (1, 'canary', 'canary 1');

select id, o_char from things union all select 0, 'canary'::char(6);

select id, case when id = 2 then s_varchar end, coalesce(s_varchar, 'canary 2'::varchar(12)) from things;
