-- description: Whole rows compared
-- expect: refused

-- refused: 0A000 users
select 1 from users a, users b where a = b;

select 1;
