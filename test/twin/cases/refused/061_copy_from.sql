-- description: COPY into a mapped table
-- expect: refused

-- refused: 0A000 users
copy users (email) from stdin;

select 1;
