-- description: bool: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["t"]
update kinds set k_bool = $1 where id = 1 returning id, k_bool;

-- params: ["of", "2"]
update kinds set k_bool = $1, tag = 'u' where id = $2 returning k_bool, tag;

update kinds set k_bool = true where id = 3 returning k_bool;

update kinds set k_bool = null where id = 5 returning k_bool;

select id, k_bool, tag from kinds order by id;
