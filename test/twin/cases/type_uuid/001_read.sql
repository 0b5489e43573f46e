-- description: uuid: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_uuid from kinds order by id;

select k_uuid as a, k_uuid as b, tag from kinds where k_uuid is not null order by id;

select k.k_uuid from kinds k left join items i on i.id = k.id order by k.id;
