-- description: jsonb: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_jsonb from kinds order by id;

select k_jsonb as a, k_jsonb as b, tag from kinds where k_jsonb is not null order by id;

select k.k_jsonb from kinds k left join items i on i.id = k.id order by k.id;
