-- description: timestamp: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_timestamp from kinds order by id;

select k_timestamp as a, k_timestamp as b, tag from kinds where k_timestamp is not null order by id;

select k.k_timestamp from kinds k left join items i on i.id = k.id order by k.id;
