-- description: time: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_time from kinds order by id;

select k_time as a, k_time as b, tag from kinds where k_time is not null order by id;

select k.k_time from kinds k left join items i on i.id = k.id order by k.id;
