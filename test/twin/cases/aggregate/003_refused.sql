-- description: Totals that would have to be computed by the server are refused by name
-- expect: refused

-- refused: 0A000 orders.amount
select sum(amount) + 1 from orders;

-- refused: 0A000 orders.amount
select item from orders group by item having sum(amount) > 5;

-- refused: 0A000 orders.amount
select item from orders group by item order by sum(amount);

-- refused: 0A000 orders.amount
select sum(distinct amount) from orders;

-- refused: 0A000 orders.amount
select sum(amount * 2) from orders;

-- refused: 0A000 kinds.k_float8
select sum(k_float8) from kinds;

-- refused: 0A000 kinds.k_interval
select avg(k_interval) from kinds;

-- refused: 0A000 orders.amount
select stddev(amount) from orders;

-- refused: 0A000 orders.amount
select json_build_object('total', sum(amount)) from orders;

select 1;
