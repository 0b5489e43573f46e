-- description: text: every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_text from kinds order by id;

select k_text as a, k_text as b, tag from kinds where k_text is not null order by id;

select k.k_text from kinds k left join items i on i.id = k.id order by k.id;
