-- description: float8: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["1.5"]
update kinds set k_float8 = $1 where id = 1 returning id, k_float8;

-- params: ["1.7976931348623157e308", "2"]
update kinds set k_float8 = $1, tag = 'u' where id = $2 returning k_float8, tag;

update kinds set k_float8 = 1.5 where id = 3 returning k_float8;

update kinds set k_float8 = null where id = 5 returning k_float8;

select id, k_float8, tag from kinds order by id;
