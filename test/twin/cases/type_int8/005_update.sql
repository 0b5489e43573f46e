-- description: int8: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["42"]
update kinds set k_int8 = $1 where id = 1 returning id, k_int8;

-- params: [" 8675309 ", "2"]
update kinds set k_int8 = $1, tag = 'u' where id = $2 returning k_int8, tag;

update kinds set k_int8 = 42 where id = 3 returning k_int8;

update kinds set k_int8 = null where id = 5 returning k_int8;

select id, k_int8, tag from kinds order by id;
