-- description: varchar(12): every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_varchar from kinds order by id;

select k_varchar as a, k_varchar as b, tag from kinds where k_varchar is not null order by id;

select k.k_varchar from kinds k left join items i on i.id = k.id order by k.id;
