-- description: float4: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_float4 from kinds order by id;

select k_float4 as a, k_float4 as b, tag from kinds where k_float4 is not null order by id;

select k.k_float4 from kinds k left join items i on i.id = k.id order by k.id;
