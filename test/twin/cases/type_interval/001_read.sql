-- description: interval: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_interval from kinds order by id;

select k_interval as a, k_interval as b, tag from kinds where k_interval is not null order by id;

select k.k_interval from kinds k left join items i on i.id = k.id order by k.id;
