-- description: varchar(12): UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["canary 12chr"]
update kinds set k_varchar = $1 where id = 1 returning id, k_varchar;

-- params: ["c", "2"]
update kinds set k_varchar = $1, tag = 'u' where id = $2 returning k_varchar, tag;

update kinds set k_varchar = 'canary lit' where id = 3 returning k_varchar;

update kinds set k_varchar = null where id = 5 returning k_varchar;

select id, k_varchar, tag from kinds order by id;
