-- description: numeric: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_free from kinds order by id;

select k_free as a, k_free as b, tag from kinds where k_free is not null order by id;

select k.k_free from kinds k left join items i on i.id = k.id order by k.id;
