-- description: timestamp: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["1915-12-10 08:06:07.530901"]
update kinds set k_timestamp = $1 where id = 1 returning id, k_timestamp;

-- params: ["294276-12-31 23:59:59.999999", "2"]
update kinds set k_timestamp = $1, tag = 'u' where id = $2 returning k_timestamp, tag;

update kinds set k_timestamp = '2024-02-29 12:00' where id = 3 returning k_timestamp;

update kinds set k_timestamp = null where id = 5 returning k_timestamp;

select id, k_timestamp, tag from kinds order by id;
