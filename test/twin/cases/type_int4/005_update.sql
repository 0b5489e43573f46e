-- description: int4: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["42"]
update kinds set k_int4 = $1 where id = 1 returning id, k_int4;

-- params: [" -7 ", "2"]
update kinds set k_int4 = $1, tag = 'u' where id = $2 returning k_int4, tag;

update kinds set k_int4 = 42 where id = 3 returning k_int4;

update kinds set k_int4 = null where id = 5 returning k_int4;

select id, k_int4, tag from kinds order by id;
