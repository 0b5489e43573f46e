-- description: sum() and avg() of sealed numbers, computed on the opened values
-- expect: served

select sum(amount), avg(amount), count(amount) from orders;

select item, sum(amount) as total, avg(amount) from orders group by item order by item;

select sum(k_int2), sum(k_int4), sum(k_int8), sum(k_numeric), sum(k_free) from kinds;

select avg(k_int2), avg(k_int4), avg(k_int8), avg(k_numeric), avg(k_free) from kinds;

select sum(k_free), avg(k_free) from kinds where k_free <> 'NaN';

select avg(k_numeric), avg(k_int8) from kinds where id in (2, 3);

select avg(k_numeric), avg(k_int4), sum(k_numeric) from kinds where id in (5, 6);

select sum(amount), avg(amount) from orders where id > 100;

select sum(amount) filter (where id > 2), avg(amount) filter (where item = 'ink') as few from orders;

select id, sum(amount) over (order by id), avg(amount) over (order by id rows between 1 preceding and current row) from orders order by id;

select s.total from (select sum(amount) as total from orders) s;

select (select sum(amount) from orders where orders.user_id = users.id) as total, id from users order by id;

select avg(score), sum(score) from users;
