-- description: int2: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_int2 from kinds order by id;

select k_int2 as a, k_int2 as b, tag from kinds where k_int2 is not null order by id;

select k.k_int2 from kinds k left join items i on i.id = k.id order by k.id;
