-- description: A cast to a pgseal type
-- expect: refused

-- refused: 42501 pgseal
select '(1,x,y)'::pgseal.text_eq;

select 1;
