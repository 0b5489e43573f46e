-- description: timestamptz: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_timestamptz from kinds order by id;

select k_timestamptz as a, k_timestamptz as b, tag from kinds where k_timestamptz is not null order by id;

select k.k_timestamptz from kinds k left join items i on i.id = k.id order by k.id;
