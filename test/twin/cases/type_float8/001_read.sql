-- description: float8: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_float8 from kinds order by id;

select k_float8 as a, k_float8 as b, tag from kinds where k_float8 is not null order by id;

select k.k_float8 from kinds k left join items i on i.id = k.id order by k.id;
