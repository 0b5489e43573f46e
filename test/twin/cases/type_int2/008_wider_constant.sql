-- description: int2: a constant of a wider type beside the column is refused
-- expect: refused

-- refused: 0A000 kinds.k_int2
select id, coalesce(k_int2, 42) from kinds order by id;

-- refused: 0A000 kinds.k_float4
select id, coalesce(k_float4, 1.5) from kinds order by id;
