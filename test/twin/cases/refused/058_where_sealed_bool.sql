-- description: A sealed boolean as condition
-- expect: refused

-- refused: 0A000 kinds.k_bool
select id from kinds where k_bool;

select 1;
