-- description: uuid: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["ca0a51e5-ca0a-4000-8000-0000000000b1"]
update kinds set k_uuid = $1 where id = 1 returning id, k_uuid;

-- params: ["ca0a-51e5-ca0a-4000-8000-0000-0000-00b4", "2"]
update kinds set k_uuid = $1, tag = 'u' where id = $2 returning k_uuid, tag;

update kinds set k_uuid = 'ca0a51e5-ca0a-4000-8000-0000000000c1' where id = 3 returning k_uuid;

update kinds set k_uuid = null where id = 5 returning k_uuid;

select id, k_uuid, tag from kinds order by id;
