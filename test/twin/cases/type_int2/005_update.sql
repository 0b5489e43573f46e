-- description: int2: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["42"]
update kinds set k_int2 = $1 where id = 1 returning id, k_int2;

-- params: ["-32768", "2"]
update kinds set k_int2 = $1, tag = 'u' where id = $2 returning k_int2, tag;

update kinds set k_int2 = 42 where id = 3 returning k_int2;

update kinds set k_int2 = null where id = 5 returning k_int2;

select id, k_int2, tag from kinds order by id;
