-- description: numeric: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["1.5"]
update kinds set k_free = $1 where id = 1 returning id, k_free;

-- params: ["-inf", "2"]
update kinds set k_free = $1, tag = 'u' where id = $2 returning k_free, tag;

update kinds set k_free = 1.5 where id = 3 returning k_free;

update kinds set k_free = null where id = 5 returning k_free;

select id, k_free, tag from kinds order by id;
