-- description: Windows by order (C35, C37)
-- expect: served

select id, row_number() over (order by o_date, id) from ranks order by id;

select id, rank() over (order by o_int4 desc nulls last), dense_rank() over (order by o_int4) from ranks order by id;

select id, sum(place) over (partition by tag order by o_date, id) from ranks order by id;

select id, count(*) over w from ranks window w as (order by o_numeric) order by id;

select id, lag(o_date) over (order by o_date, id) from ranks order by id;

select id, first_value(o_int4) over (order by o_int4 desc nulls last, id rows between 1 preceding and current row) from ranks order by id;

select id, o_date = '1915-12-10', percent_rank() over (order by o_date) from ranks order by id;
