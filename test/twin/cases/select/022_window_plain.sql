-- description: Window functions over plain columns beside sealed ones
-- expect: served

select id, email, row_number() over (order by id) from users order by id;

select email, rank() over (partition by active order by id desc) from users order by id;
