-- description: int8: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_int8 from kinds order by id;

select k_int8 as a, k_int8 as b, tag from kinds where k_int8 is not null order by id;

select k.k_int8 from kinds k left join items i on i.id = k.id order by k.id;
