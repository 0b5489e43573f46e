-- description: Naming schema pgseal
-- expect: refused

-- refused: 42501 pgseal
select * from pgseal.keys;

select 1;
