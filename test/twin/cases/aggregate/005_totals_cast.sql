-- description: Totals under casts and COALESCE, as libraries write them
-- expect: served

select coalesce(sum(amount), 0), coalesce(avg(amount), 0.00) from orders where id > 100;

select coalesce(sum(amount), 0) as total, coalesce(sum(score), 0), coalesce(sum(k_int2), 7) from orders left join users on false left join kinds on false;

select sum(amount)::float8, avg(amount)::numeric(12,1), sum(amount)::text, cast(avg(amount) as int8) from orders;

select coalesce(sum(amount)::float8, 0) as f, coalesce(sum(amount), 0)::float8, coalesce(sum(amount), 0)::text from orders;

select item, coalesce(sum(amount), 0)::int8 as total from orders group by item order by item;

select coalesce(sum(amount), 1.50) from orders where false;

select (coalesce(sum(amount), 0)) from orders;

select sum(score)::int8 from users where id > 100;
