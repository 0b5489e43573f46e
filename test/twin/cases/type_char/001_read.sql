-- description: char(8): every stored value as PostgreSQL sends it
-- expect: served
-- modes: simple text binary batch

select id, k_char from kinds order by id;

select k_char as a, k_char as b, tag from kinds where k_char is not null order by id;

select k.k_char from kinds k left join items i on i.id = k.id order by k.id;
