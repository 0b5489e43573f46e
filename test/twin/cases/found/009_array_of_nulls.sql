-- description: found by the generator: ANY of an array of NULLs alone
-- expect: served

insert into things (id, s_text, s_int4) values (1, 'canary a', 867530901), (2, null, null);

select id from things where s_text = any (array[null, null]::text[]) order by id;

select id from things where s_int4 = any (array[null, 867530901]) order by id;

select id from things where s_int4 <> all (array[null, null]::int4[]) order by id;
