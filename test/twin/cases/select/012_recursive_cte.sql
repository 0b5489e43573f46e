-- description: A recursive CTE over plain columns beside sealed ones
-- expect: served

with recursive n (i) as (select 1 union all select i + 1 from n where i < 3) select n.i, u.email from n join users u on u.id = n.i order by n.i;
