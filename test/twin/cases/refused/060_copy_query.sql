-- description: COPY of a query over a sealed column
-- expect: refused

-- refused: 0A000 sealed
copy (select email from users) to stdout;

select 1;
