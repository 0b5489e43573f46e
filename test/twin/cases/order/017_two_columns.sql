-- description: Columns of one index group and type; equality alone where one has no order
-- expect: served

select id from ranks where o_date < other_date order by id;

select id from ranks where o_date = other_date order by id;

select id from ranks where o_date between other_date and other_date order by id;
