-- description: numeric(20,4): every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_numeric from kinds order by id;

select k_numeric as a, k_numeric as b, tag from kinds where k_numeric is not null order by id;

select k.k_numeric from kinds k left join items i on i.id = k.id order by k.id;
