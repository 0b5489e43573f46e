-- description: bytea: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_bytea from kinds order by id;

select k_bytea as a, k_bytea as b, tag from kinds where k_bytea is not null order by id;

select k.k_bytea from kinds k left join items i on i.id = k.id order by k.id;
