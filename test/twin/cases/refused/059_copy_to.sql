-- description: COPY of a mapped table
-- expect: refused

-- refused: 0A000 users
copy users to stdout;

select 1;
