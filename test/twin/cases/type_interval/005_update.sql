-- description: interval: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["1 day"]
update kinds set k_interval = $1 where id = 1 returning id, k_interval;

-- params: ["0", "2"]
update kinds set k_interval = $1, tag = 'u' where id = $2 returning k_interval, tag;

update kinds set k_interval = '1 day' where id = 3 returning k_interval;

update kinds set k_interval = null where id = 5 returning k_interval;

select id, k_interval, tag from kinds order by id;
