-- description: json: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_json from kinds order by id;

select k_json as a, k_json as b, tag from kinds where k_json is not null order by id;

select k.k_json from kinds k left join items i on i.id = k.id order by k.id;
