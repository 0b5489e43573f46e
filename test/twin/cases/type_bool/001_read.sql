-- description: bool: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_bool from kinds order by id;

select k_bool as a, k_bool as b, tag from kinds where k_bool is not null order by id;

select k.k_bool from kinds k left join items i on i.id = k.id order by k.id;
