-- description: time: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["08:06:07.530901"]
update kinds set k_time = $1 where id = 1 returning id, k_time;

-- params: ["23:59:60", "2"]
update kinds set k_time = $1, tag = 'u' where id = $2 returning k_time, tag;

update kinds set k_time = '08:06' where id = 3 returning k_time;

update kinds set k_time = null where id = 5 returning k_time;

select id, k_time, tag from kinds order by id;
