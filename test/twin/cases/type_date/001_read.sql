-- description: date: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_date from kinds order by id;

select k_date as a, k_date as b, tag from kinds where k_date is not null order by id;

select k.k_date from kinds k left join items i on i.id = k.id order by k.id;
