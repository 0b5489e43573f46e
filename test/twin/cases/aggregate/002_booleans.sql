-- description: bool_and(), bool_or() and every() of a sealed boolean
-- expect: served

select bool_and(k_bool), bool_or(k_bool), every(k_bool) from kinds;

select bool_and(k_bool), bool_or(k_bool) from kinds where k_bool;

select bool_or(k_bool) filter (where id = 2), bool_and(k_bool) from kinds where id = 4;

select place, bool_or(o_bool), bool_and(o_bool) from ranks group by place order by place;

select id, bool_and(k_bool) over (order by id) from kinds order by id;
