-- description: An index on an expression over a sealed column
-- expect: refused
-- user: postgres

-- refused: 0A000 users.email
create index on users (lower(email));

select 1;
