-- description: timestamptz: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["1915-12-10 08:06:07.530901+00"]
update kinds set k_timestamptz = $1 where id = 1 returning id, k_timestamptz;

-- params: ["2020-01-01 00:00:00 EST", "2"]
update kinds set k_timestamptz = $1, tag = 'u' where id = $2 returning k_timestamptz, tag;

update kinds set k_timestamptz = '2024-02-29 12:00+02' where id = 3 returning k_timestamptz;

update kinds set k_timestamptz = null where id = 5 returning k_timestamptz;

select id, k_timestamptz, tag from kinds order by id;
