-- description: float4: UPDATE pinned by key, RETURNING
-- expect: served
-- modes: simple text binary batch

-- params: ["1.5"]
update kinds set k_float4 = $1 where id = 1 returning id, k_float4;

-- params: [" 0.1 ", "2"]
update kinds set k_float4 = $1, tag = 'u' where id = $2 returning k_float4, tag;

update kinds set k_float4 = 1.5 where id = 3 returning k_float4;

update kinds set k_float4 = null where id = 5 returning k_float4;

select id, k_float4, tag from kinds order by id;
